//! Falling, in all the ways there are.

use super::{Attack, attack};
use crate::ask::{ask, drop_handle, new_packet};
use crate::scene::Scene;
use std::hint::black_box;

static DEEPER: fn(u64) -> u64 = deeper;

/// Keeps nothing in memory, so that it is the host's stack that ends, not the gadget's.
fn deeper(depth: u64) -> u64 {
    let next = unsafe { (&raw const DEEPER).read_volatile() };
    next(depth + 1) ^ depth
}

/// Uses up what the gadget calls its stack.
#[expect(unconditional_recursion)]
fn wider(depth: u64) -> u64 {
    let room = black_box([depth; 512]);
    wider(depth + 1) + room[(depth % 512) as usize]
}

/// Calls the host where there is hardly any stack left for it.
#[expect(unconditional_recursion)]
fn deep_calls(scene: &Scene, depth: u64) -> u64 {
    let made = new_packet(scene.mine, 1).unwrap();
    ask("packet.append", &[made.into(), 1]).unwrap();
    drop_handle("packet", made);
    deep_calls(black_box(scene), depth + 1) ^ depth
}

pub fn all() -> Vec<Attack> {
    vec![
        attack("trap unreachable", |_| core::arch::wasm32::unreachable()),
        attack("trap panic", |_| panic!("on purpose")),
        attack("trap recursion", |_| {
            black_box(deeper(0));
        }),
        attack("trap recursion in memory", |_| {
            black_box(wider(0));
        }),
        attack("trap recursion with calls", |scene| {
            black_box(deep_calls(scene, 0));
        }),
        attack("trap memory", |_| unsafe {
            black_box(black_box(0xffff_fff0_usize as *const u64).read_volatile());
        }),
        attack("trap no function", |_| {
            let none: fn() = unsafe { std::mem::transmute(black_box(0x7fff_ffff_usize)) };
            black_box(none)();
        }),
        attack("trap another function", |_| {
            let other: fn(f32) -> f64 = unsafe { std::mem::transmute(black_box(DEEPER)) };
            black_box(black_box(other)(1.0));
        }),
        attack("trap allocation", |_| {
            black_box(Vec::<u8>::with_capacity(black_box(usize::MAX / 2 - 4096)));
            black_box(Vec::<u8>::with_capacity(black_box(usize::MAX / 2 - 4096)));
            core::arch::wasm32::unreachable();
        }),
        attack("loop", |_| {
            let mut turns = 0u64;
            loop {
                turns = black_box(turns + 1);
            }
        }),
        attack("trap after changes", |scene| {
            change(scene);
            core::arch::wasm32::unreachable();
        }),
    ]
}

/// Whatever may be changed of a packet, and one packet of its own.
pub fn change(scene: &Scene) {
    let packet: i64 = scene.packet().into();
    let text: i64 = scene.fields[11].into();
    let [at, length] = crate::ask::flat("changed");
    ask("field.set-text", &[text, packet, 0, at, length]).unwrap();
    ask("field.unset", &[scene.fields[7].into(), packet, 0]).unwrap();
    ask("packet.append", &[packet, 3]).unwrap();
    ask("packet.discard", &[packet, 1]).unwrap();
    crate::ask::emit(new_packet(scene.mine, 5).unwrap()).unwrap();
}
