//! Every function on what it is not for: packets of other sources, rows that there are not, kinds that do not fit, packets
//! that are over.

use super::{Attack, answer, attack};
use crate::abi::{CALLS, Slot, function};
use crate::ask::{answer_of, ask, len, new_packet, open_handles, tag};
use crate::scene::{KINDS, ROWS, Scene, fitting};

pub fn all() -> Vec<Attack> {
    vec![
        attack("another source", |scene| {
            for call in CALLS
                .iter()
                .filter(|call| call.slots.starts_with(&[Slot::field, Slot::packet]))
            {
                let mut numbers = scene.decent(call);
                numbers.pop();
                let fields = if call.of_lists() {
                    &scene.own_lists
                } else {
                    &scene.own_fields
                };
                numbers[0] = fields[fitting(call.short())].into();
                answer(format!(
                    "{} {}",
                    call.short(),
                    tag(answer_of(call, &numbers))
                ));
            }
        }),
        attack("a packet of its own for fields of others", |scene| {
            let made = new_packet(scene.mine, ROWS).unwrap();
            for call in CALLS
                .iter()
                .filter(|call| call.slots.starts_with(&[Slot::field, Slot::packet]))
            {
                let mut numbers = scene.decent(call);
                numbers.pop();
                numbers[1] = made.into();
                answer(format!(
                    "{} {}",
                    call.short(),
                    tag(answer_of(call, &numbers))
                ));
            }
        }),
        attack("rows", |scene| {
            for call in CALLS {
                for place in call.places(|slot| slot == Slot::row) {
                    for row in [ROWS, 8192, i32::MAX.into(), i32::MIN.into(), -1] {
                        let mut numbers = scene.decent(call);
                        numbers.pop();
                        numbers[place] = row;
                        answer(format!(
                            "{} {}",
                            call.short(),
                            tag(answer_of(call, &numbers))
                        ));
                    }
                }
            }
        }),
        attack("kinds", |scene| {
            for call in CALLS
                .iter()
                .filter(|call| call.slots.starts_with(&[Slot::field, Slot::packet]))
            {
                for (kind, name) in KINDS.iter().enumerate() {
                    let mut numbers = scene.decent(call);
                    numbers.pop();
                    numbers[0] = scene.fields[kind].into();
                    answer(format!(
                        "{} {name} {}",
                        call.short(),
                        tag(answer_of(call, &numbers))
                    ));
                }
            }
        }),
        attack("subscribe again", |scene| {
            answer(tag(ask("data-source.subscribe", &[scene.prey.into()])));
        }),
        attack("unsubscribe", |_| {
            function("unsubscribe").with(&[0]);
            answer("unsubscribed");
        }),
        attack("kept packet", kept),
    ]
}

/// Through the handle of a packet whose call is over.
fn kept(scene: &mut Scene) {
    let old = scene.kept.unwrap();
    answer(format!("len {}", len(old)));
    for call in CALLS
        .iter()
        .filter(|call| call.slots.contains(&Slot::packet))
    {
        if !matches!(
            call.slots.last(),
            Some(Slot::ret16 | Slot::ret20 | Slot::ret28 | Slot::ret24wide)
        ) {
            continue;
        }
        if call.short() == "packet.emit" {
            continue;
        }
        let mut numbers = scene.decent(call);
        numbers.pop();
        let at = call.places(|slot| slot == Slot::packet)[0];
        numbers[at] = old.into();
        answer(format!(
            "{} {}",
            call.short(),
            tag(answer_of(call, &numbers))
        ));
    }
    let before = open_handles();
    answer(format!("packet.emit {}", tag(crate::ask::emit(old))));
    scene.kept = None;
    answer(format!(
        "handles {}",
        i64::from(open_handles()) - i64::from(before)
    ));
}
