//! Cases that there are not.

use super::{Attack, answer, attack};
use crate::abi::{CALLS, Slot};
use crate::ask::{ask, tag};

pub fn all() -> Vec<Attack> {
    let mut attacks = Vec::new();
    for call in CALLS {
        for place in call.places(|slot| matches!(slot, Slot::level | Slot::delivery | Slot::kind)) {
            let first = match call.slots[place] {
                Slot::level => 5,
                Slot::delivery => 3,
                _ => 14,
            };
            for case in [first, 42, 1005, i32::MIN.into()] {
                let name = format!("enum {} {place} {case}", call.short());
                let run = move |scene: &mut crate::scene::Scene| {
                    let mut numbers = scene.decent(call);
                    numbers[place] = case;
                    call.with(&numbers);
                    answer("lived");
                };
                attacks.push(attack(name, run));
            }
        }
    }
    attacks.push(attack("flags other than 0 and 1 are true", |scene| {
        let packet: i64 = scene.packet().into();
        let field: i64 = scene.fields[0].into();
        for flag in [2, 256, -1, 0] {
            let set = tag(ask("field.set-bool", &[field, packet, 0, flag]));
            answer(format!(
                "{set} {}",
                ask("field.get-bool", &[field, packet, 0]).unwrap() & 0xff
            ));
        }
    }));
    attacks
}
