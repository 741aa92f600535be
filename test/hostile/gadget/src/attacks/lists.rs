//! Lists that are too long, too short, or do not add up.

use super::{Attack, answer, attack};
use crate::abi::{CALLS, Slot};
use crate::ask::{answer_of, ask, tag};
use crate::realloc::memory_end;
use crate::scene::Scene;
use core::arch::wasm32::memory_grow;

const MIB: usize = 1 << 20;

fn at<T>(list: &[T]) -> [i64; 2] {
    [list.as_ptr() as usize as i64, list.len() as i64]
}

/// Whether a row is discarded does not show within the call; the rows that go on tell.
fn discard_many(scene: &Scene, rows: &[u32]) -> &'static str {
    let [from, length] = at(rows);
    tag(ask(
        "packet.discard-many",
        &[scene.packet().into(), from, length],
    ))
}

fn packed(scene: &Scene, ends: &[u32], data: &[u8]) -> &'static str {
    let ([ends, count], [from, length]) = (at(ends), at(data));
    let (field, packet) = (scene.fields[12].into(), scene.packet().into());
    tag(ask(
        "field.set-column-packed",
        &[field, packet, ends, count, from, length],
    ))
}

pub fn all() -> Vec<Attack> {
    vec![
        attack("discard the same row 16 million times", |scene| {
            answer(discard_many(scene, &vec![0; 16 * MIB]));
        }),
        attack(
            "discard 16 million rows, the last of which there is not",
            |scene| {
                let mut rows = vec![0; 16 * MIB];
                rows[16 * MIB - 1] = 2;
                answer(discard_many(scene, &rows));
            },
        ),
        attack("columns of 4 million values", |scene| {
            let zeros = vec![0u64; 4 * MIB];
            for call in CALLS
                .iter()
                .filter(|call| call.short().starts_with("field.set-column-"))
            {
                let mut numbers = scene.decent(call);
                numbers.pop();
                let list = call.places(|slot| slot.list().is_some())[0];
                [numbers[list], numbers[list + 1]] = at(&zeros);
                answer(format!(
                    "{} {}",
                    call.short(),
                    tag(answer_of(call, &numbers))
                ));
                let mut numbers = scene.decent(call);
                numbers.pop();
                numbers[list + 1] = 0;
                answer(format!(
                    "{} {}",
                    call.short(),
                    tag(answer_of(call, &numbers))
                ));
            }
        }),
        attack("a column of 500 million texts", |scene| {
            // Empty ones, in memory that nobody has touched.
            let from = memory_end();
            while memory_grow::<0>(1024) != usize::MAX {}
            let numbers = [
                scene.fields[11].into(),
                scene.packet().into(),
                from,
                (memory_end() - from) / 8,
            ];
            answer(tag(ask("field.set-column-text", &numbers)));
        }),
        attack("a column of 50,000 texts that are one", |scene| {
            let packet: i64 = scene.packet().into();
            ask("packet.append", &[packet, 49_998]).unwrap();
            let text = "x".repeat(MIB);
            let [from, length] = at(text.as_bytes());
            let texts: Vec<[u32; 2]> = vec![[from as u32, length as u32]; 50_000];
            let [list, count] = at(&texts);
            answer(tag(ask(
                "field.set-column-text",
                &[scene.fields[11].into(), packet, list, count],
            )));
        }),
        attack("packed that does not add up", |scene| {
            let cases: [(&str, &[u32], &[u8]); 9] = [
                ("right", &[1, 2], b"ab"),
                ("falls", &[2, 1], b"ab"),
                ("falls at the end", &[2, 0], b""),
                ("beyond", &[1, 3], b"ab"),
                ("far beyond", &[u32::MAX, u32::MAX], b"ab"),
                ("not all", &[0, 1], b"ab"),
                ("one too few", &[2], b"ab"),
                ("one too many", &[1, 2, 2], b"ab"),
                ("none", &[], b""),
            ];
            for (how, ends, data) in cases {
                answer(format!("{how}: {}", packed(scene, ends, data)));
            }
        }),
        attack("values of more than 16 MiB", |scene| {
            let long = vec![b'x'; 16 * MIB + 1];
            let [from, length] = at(&long);
            let (text, bytes) = (scene.fields[11].into(), scene.fields[12].into());
            let packet = scene.packet().into();
            answer(format!(
                "set-text {}",
                tag(ask("field.set-text", &[text, packet, 0, from, length]))
            ));
            answer(format!(
                "set-bytes {}",
                tag(ask("field.set-bytes", &[bytes, packet, 0, from, length]))
            ));
            let texts = [from as u32, length as u32, from as u32, 1];
            let list = texts.as_ptr() as usize as i64;
            answer(format!(
                "set-column-text {}",
                tag(ask("field.set-column-text", &[text, packet, list, 2]))
            ));
            answer(format!(
                "set-column-packed {}",
                packed(scene, &[0, length as u32], &long)
            ));
            answer(format!(
                "16 MiB {}",
                tag(ask(
                    "field.set-bytes",
                    &[bytes, packet, 0, from, length - 1]
                ))
            ));
            answer(format!(
                "unset {}",
                tag(ask("field.unset", &[bytes, packet, 0]))
            ));
        }),
        attack("columns of more than 256 MiB", |scene| {
            let packet: i64 = scene.packet().into();
            let bytes: i64 = scene.fields[12].into();
            ask("packet.append", &[packet, 20]).unwrap();
            let long = vec![b'x'; 16 * MIB];
            let [from, length] = at(&long);
            let set = |row| ask("field.set-bytes", &[bytes, packet, row, from, length]);
            let done = (0..20).take_while(|row| set(*row).is_ok()).count();
            answer(format!("{done} rows {}", tag(set(done as i64))));
            (0..20).for_each(|row| {
                ask("field.unset", &[bytes, packet, row]).unwrap();
            });
        }),
        attack("results over their own arguments", |scene| {
            // The host must have read what it then writes over.
            for call in CALLS {
                let Some(list) = call.places(|slot| slot.list().is_some()).first().copied() else {
                    continue;
                };
                if call.slots.last() != Some(&Slot::ret16) {
                    continue;
                }
                let place = Box::leak(Box::new([0u64; 8]));
                let mut numbers = scene.decent(call);
                if call.slots[list] == Slot::text {
                    place[0] = u64::from_le_bytes(*b"texttext");
                }
                let here = place.as_ptr() as usize as i64;
                (numbers[list], *numbers.last_mut().unwrap()) = (here, here);
                call.with(&numbers);
            }
            answer("lived");
        }),
    ]
}
