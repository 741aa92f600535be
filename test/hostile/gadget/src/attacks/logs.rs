//! Words for people, too many and too long.

use super::{Attack, answer, attack};
use crate::abi::function;
use crate::ask::{add_field, ask, create, flat, get_field, new_packet};
use crate::realloc::memory_end;

pub fn all() -> Vec<Attack> {
    vec![
        attack("20,000 lines", |_| {
            let [at, length] = flat("again and again");
            (0..20_000).for_each(|_| {
                function("log").with(&[0, at, length]);
            });
            answer("20000 lines");
        }),
        attack("long lines", |_| {
            let line = "€".repeat(1_000_000);
            let [at, length] = flat(&line);
            (0..20).for_each(|_| {
                function("log").with(&[0, at, length]);
            });
            answer("20 lines");
        }),
        attack("a line of 600 MiB", |_| {
            let at = memory_end();
            core::arch::wasm32::memory_grow::<0>(9600);
            function("log").with(&[0, at, 600 << 20]);
            answer("lived");
        }),
        attack("a parameter with a name of 600 MiB", |_| {
            let at = memory_end();
            core::arch::wasm32::memory_grow::<0>(9600);
            function("get").with(&[at, 600 << 20, crate::ask::result_at()]);
            answer("lived");
        }),
        attack("escapes", |scene| {
            const ESCAPES: &str = "\x1b[2J\x07\r\ngadget: E_FAKE \u{202e}\u{9b}31m\u{2028}\x7f";
            let [at, length] = flat(ESCAPES);
            function("log").with(&[0, at, length]);
            let source = create(&format!("s{ESCAPES}"), 0).unwrap();
            let field = add_field(source, &format!("f{ESCAPES}"), 11).unwrap();
            for name in ["add-tag", "annotate"] {
                let [key, key_length] = flat(if name == "annotate" {
                    "description"
                } else {
                    ESCAPES
                });
                let numbers = [field.into(), key, key_length, at, length];
                ask(
                    &format!("field.{name}"),
                    &numbers[..if name == "annotate" { 5 } else { 3 }],
                )
                .unwrap();
            }
            let other = add_field(scene.prey, &format!("g{ESCAPES}"), 11).unwrap();
            ask("field.annotate", &[other.into(), at, length, at, length]).unwrap();
            get_field(scene.prey, ESCAPES).unwrap_err();
        }),
        attack("escapes in rows", |scene| {
            const ESCAPES: &str = "\x1b]0;owned\x07\r\n\u{202e}\u{9b}31m";
            let [at, length] = flat(ESCAPES);
            let packet = new_packet(scene.mine, 1).unwrap();
            for kind in [11, 12] {
                let field = scene.own_fields[kind];
                ask(
                    "field.set-bytes",
                    &[field.into(), packet.into(), 0, at, length],
                )
                .unwrap();
            }
            crate::ask::emit(packet).unwrap();
        }),
    ]
}
