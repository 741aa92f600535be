//! Memory up to the last byte of 4 GiB, of which hardly anything is touched.

use super::{Attack, answer, attack};
use crate::ask::{ask, emit, new_packet, tag};
use crate::realloc::{Mode, answer as answers, memory_end};
use core::arch::wasm32::memory_grow;

/// As much as the host gives; the pages there are then.
fn grow() -> i64 {
    let mut step = 32768;
    while step > 0 {
        if memory_grow::<0>(step) == usize::MAX {
            step /= 2;
        }
    }
    memory_end() / 65536
}

pub fn all() -> Vec<Attack> {
    vec![
        attack("fill all memory", |_| {
            let mut at = memory_end();
            let end = grow() * 65536;
            while at < end {
                unsafe { (at as usize as *mut u8).write_volatile(1) };
                at += 4096;
            }
            answer("filled");
        }),
        attack("allocate without end", |_| {
            let mut kept = Vec::new();
            loop {
                kept.push(vec![1u8; 1 << 20]);
            }
        }),
        attack("fill the host's memory", |scene| {
            let column = vec![1u64; 1 << 20];
            let [at, length] = [column.as_ptr() as usize as i64, column.len() as i64];
            loop {
                let Ok(packet) = new_packet(scene.mine, 1 << 20) else {
                    break;
                };
                ask(
                    "field.set-column-u64",
                    &[scene.own_fields[8].into(), packet.into(), at, length],
                )
                .unwrap();
                if emit(packet).is_err() {
                    break;
                }
            }
            answer("filled");
        }),
        attack("all memory", |_| answer(format!("{} pages", grow()))),
        attack("all memory, used from its end", |scene| {
            grow();
            let end = memory_end();
            let packet: i64 = scene.packet().into();
            let field = |kind: usize| i64::from(scene.fields[kind]);
            let (high, ret) = (end - 64, end - 32);
            let poke = |at: i64, value: u64| unsafe { (at as usize as *mut u64).write(value) };
            poke(high, u64::from_le_bytes(*b"far away"));
            let said = |ret: i64| unsafe { *(ret as usize as *const u8) };
            crate::abi::function("field.set-text").with(&[field(11), packet, 0, high, 8, ret]);
            answer(format!("set-text {}", said(ret)));
            poke(high, 0x0000_0004_0000_0003);
            crate::abi::function("field.set-column-u32").with(&[field(7), packet, high, 2, ret]);
            answer(format!("set-column-u32 {}", said(ret)));
            crate::abi::function("field.set-column-u64").with(&[field(8), packet, high, 2, ret]);
            answer(format!("set-column-u64 {}", said(ret)));
            answers(Mode::High);
            for name in ["text", "packed", "u32", "u64", "is-set"] {
                let kind = crate::scene::fitting(name);
                let kind = if name == "packed" { 11 } else { kind };
                let asked = ask(&format!("field.column-{name}"), &[field(kind), packet]);
                answer(format!(
                    "column-{name} {} {}",
                    tag(asked),
                    asked.is_ok_and(|at| i64::from(at) >= end - 65536)
                ));
            }
            let asked = ask("field.get-text", &[field(11), packet, 0]);
            answers(Mode::Honest);
            let text =
                unsafe { core::slice::from_raw_parts(asked.unwrap() as usize as *const u8, 8) };
            answer(String::from_utf8_lossy(text));
        }),
    ]
}
