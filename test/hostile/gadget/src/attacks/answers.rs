//! What a hook may answer, and what not.

use super::{Attack, attack};
use crate::exports::{After, after_answer};
use crate::realloc::memory_end;
use crate::scene::Scene;

/// The last case of api-error.
const OTHER: u32 = 10;

#[repr(C, align(8))]
struct Reply([u32; 4]);
static mut REPLY: Reply = Reply([0; 4]);

/// A result with these words.
fn reply(scene: &mut Scene, words: [u32; 4]) {
    unsafe { REPLY.0 = words };
    scene.reply = Some((&raw const REPLY) as usize as i64);
}

fn error(scene: &mut Scene, case: u32, at: u32, length: u32) {
    reply(scene, [1, case, at, length]);
}

fn error_text(scene: &mut Scene, text: &'static [u8]) {
    error(
        scene,
        OTHER,
        text.as_ptr() as usize as u32,
        text.len() as u32,
    );
}

pub fn all() -> Vec<Attack> {
    let mut attacks = Vec::new();
    for case in [2, 3, 128, 255] {
        attacks.push(attack(format!("answer result {case}"), move |scene| {
            reply(scene, [case, 0, 0, 0])
        }));
    }
    for case in [2, 42, 255] {
        attacks.push(attack(format!("answer verdict {case}"), move |scene| {
            reply(scene, [0, case, 0, 0])
        }));
    }
    for case in [OTHER + 1, 42, 255] {
        attacks.push(attack(format!("answer error {case}"), move |scene| {
            error(scene, case, b"x".as_ptr() as usize as u32, 1);
        }));
    }
    for case in 0..=OTHER {
        attacks.push(attack(format!("answer error {case}"), move |scene| {
            error(scene, case, b"told".as_ptr() as usize as u32, 4);
        }));
    }
    for (how, at) in [("outside", 65536), ("across", -8), ("top", 0)] {
        attacks.push(attack(format!("answer {how}"), move |scene| {
            scene.reply = Some(if at == 0 {
                0xffff_fff8
            } else {
                memory_end() + at
            });
        }));
    }
    attacks.push(attack("answer unaligned", |scene| {
        reply(scene, [0; 4]);
        scene.reply = scene.reply.map(|at| at + 2);
    }));
    attacks.push(attack("answer error text outside", |scene| {
        error(scene, OTHER, u32::MAX - 7, 16)
    }));
    attacks.push(attack("answer error text endless", |scene| {
        error(scene, OTHER, 64, u32::MAX)
    }));
    attacks.push(attack("answer error text null and 17 MiB", |scene| {
        error(scene, OTHER, 0, 17 << 20)
    }));
    attacks.push(attack("answer error text not UTF-8", |scene| {
        error_text(scene, b"\xff\xfe")
    }));
    attacks.push(attack("answer error text long", |scene| {
        error_text(scene, &[b'x'; 100_000])
    }));
    attacks.push(attack("answer error text escapes", |scene| {
        error_text(
            scene,
            "\x1b[2J\x07\r\ngadget: E_FAKE \u{202e}\u{9b}31m\u{2028}".as_bytes(),
        );
    }));
    attacks.push(attack("answer, then trap", |_| after_answer(After::Trap)));
    attacks.push(attack("answer, then call the host", |_| {
        after_answer(After::CallsHost)
    }));
    attacks
}
