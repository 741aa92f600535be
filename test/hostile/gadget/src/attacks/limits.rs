//! Taking as much as there is, of everything, and then one more.

use super::{Attack, answer, attack};
use crate::ask::{
    Asked, add_field, ask, create, drop_handle, every, flat, get_field, len, new_packet, open,
    open_handles, tag,
};
use crate::scene::Scene;

/// How often it works, and what is said then.
fn until_refused(mut what: impl FnMut(usize) -> Asked) -> String {
    for turn in 0..100_000 {
        if let Err(tag) = what(turn) {
            return format!("{turn} {tag}");
        }
    }
    "without end".into()
}

fn names(what: &str, mut name: impl FnMut(&str) -> Asked) {
    for (how, text) in [
        ("256 bytes", "n".repeat(256)),
        ("257 bytes", "o".repeat(257)),
        ("85 euros", "€".repeat(85)),
        ("86 euros", "€".repeat(86)),
        ("none", String::new()),
        ("a million", "p".repeat(1_000_000)),
        ("controls", "\0\x1b[2J\r\n\u{202e}".into()),
    ] {
        answer(format!("{what} {how}: {}", tag(name(&text))));
    }
}

pub fn all() -> Vec<Attack> {
    vec![
        attack("names", |scene| {
            let (source, field) = (scene.mine, i64::from(scene.own_fields[0]));
            names("create", |name| create(name, 0));
            names("add-field", |name| add_field(source, name, 0));
            names("add-tag", |name| {
                let [at, length] = flat(name);
                ask("field.add-tag", &[field, at, length])
            });
            names("annotate", |name| {
                let [at, length] = flat(name);
                ask("field.annotate", &[field, at, length, at, length])
            });
            for (how, size) in [("4096 bytes", 4096), ("4097 bytes", 4097)] {
                let ([key, key_length], value) = (flat("key"), "v".repeat(size));
                let [at, length] = flat(&value);
                let noted = ask("field.annotate", &[field, key, key_length, at, length]);
                answer(format!("annotate with {how}: {}", tag(noted)));
            }
            for name in [".", "a.", ".a", "a..b", "x\\", "text.child"] {
                answer(format!(
                    "add-field {name}: {}",
                    tag(add_field(source, name, 0))
                ));
            }
            answer(format!(
                "add-field other: {}",
                tag(add_field(source, "other", 13))
            ));
            answer(format!("create other: {}", tag(create("other", 2))));
            answer(format!("create twice: {}", tag(create("mine", 0))));
            answer(format!("open: {}", tag(open(&"p".repeat(1_000_000)))));
            answer(format!(
                "get-field: {}",
                tag(get_field(source, &"p".repeat(1_000_000)))
            ));
        }),
        attack("sources", |_| {
            answer(until_refused(|turn| create(&format!("s{turn}"), 0)))
        }),
        attack("fields", |scene| {
            answer(until_refused(|turn| {
                add_field(scene.mine, &format!("f{turn}"), 11)
            }));
            answer(until_refused(|turn| {
                add_field(scene.prey, &format!("f{turn}"), 11)
            }));
        }),
        attack("tags and annotations", |scene| {
            let field = i64::from(scene.fields[0]);
            answer(until_refused(|turn| {
                let text = format!("t{turn}");
                let [at, length] = flat(&text);
                ask("field.add-tag", &[field, at, length])
            }));
            answer(until_refused(|turn| {
                let text = format!("a{turn}");
                let [at, length] = flat(&text);
                ask("field.annotate", &[field, at, length, at, length])
            }));
        }),
        attack("timers", |_| {
            answer(tag(every(0)));
            answer(until_refused(|_| every(u32::MAX.into())));
            (0..10_000).for_each(|timer| {
                crate::abi::function("cancel").with(&[timer]);
            });
            answer(until_refused(|_| every(1_000_000)));
        }),
        attack("handles", |scene| {
            let before = open_handles();
            let mut taken = Vec::new();
            let refusal = loop {
                match get_field(scene.prey, "text") {
                    Ok(field) => taken.push(field),
                    Err(tag) => break tag,
                }
            };
            answer(format!("{} {refusal}", before + taken.len() as u32));
            answer(format!("open {}", tag(open("prey"))));
            answer(format!("new-packet {}", tag(new_packet(scene.mine, 1))));
            drop_handle("field", taken.pop().unwrap());
            answer(format!(
                "fields {}",
                tag(ask("data-source.fields", &[scene.prey.into()]))
            ));
            answer(format!(
                "one more {}",
                get_field(scene.prey, "text").map_or_else(
                    |tag| tag,
                    |field| {
                        taken.push(field);
                        "ok"
                    }
                )
            ));
            taken
                .into_iter()
                .for_each(|field| drop_handle("field", field));
            answer(format!(
                "left {}",
                i64::from(open_handles()) - i64::from(before)
            ));
        }),
        attack("70,000 handles, one after the other", |scene| {
            let before = open_handles();
            for _ in 0..70_000 {
                drop_handle("field", get_field(scene.prey, "text").unwrap());
            }
            answer(format!(
                "left {}",
                i64::from(open_handles()) - i64::from(before)
            ));
        }),
        attack("handles that nobody drops", |scene| {
            answer(until_refused(|_| get_field(scene.prey, "text")));
        }),
        attack("made packets", |scene| {
            let mut made = Vec::new();
            answer(until_refused(|_| {
                new_packet(scene.mine, 1).inspect(|packet| made.push(*packet))
            }));
            made.into_iter()
                .for_each(|packet| drop_handle("packet", packet));
            answer(tag(new_packet(scene.mine, 1)));
        }),
        attack("rows without end", rows),
        attack("rows without end, one by one", |scene| {
            let packet: i64 = scene.packet().into();
            let [at, length] = flat("appended");
            answer(until_refused(|_| {
                let row = ask("packet.append", &[packet, 1])?.into();
                ask("field.set-u64", &[scene.fields[8].into(), packet, row, 1])?;
                ask(
                    "field.set-text",
                    &[scene.fields[11].into(), packet, row, at, length],
                )
            }));
        }),
        attack("a text that grows", |scene| {
            let packet: i64 = scene.packet().into();
            let text = "x".repeat(20_000);
            let at = text.as_ptr() as usize as i64;
            (0..20_000).for_each(|length| {
                let row = length % 2;
                ask(
                    "field.set-text",
                    &[scene.fields[11].into(), packet, row, at, length],
                )
                .unwrap();
            });
            answer("lived");
        }),
    ]
}

fn rows(scene: &mut Scene) {
    for rows in [1 << 20, (1 << 20) + 1, i32::MAX.into(), i32::MIN.into(), -1] {
        let made = new_packet(scene.mine, rows);
        answer(format!("new-packet {}", tag(made)));
        made.into_iter()
            .for_each(|packet| drop_handle("packet", packet));
    }
    let packet: i64 = scene.packet().into();
    for rows in [65_537, i32::MAX.into(), i32::MIN.into(), -1, 65_536, 1, 0] {
        answer(format!(
            "append {}",
            tag(ask("packet.append", &[packet, rows]))
        ));
    }
    answer(format!("len {}", len(packet as u32)));
}
