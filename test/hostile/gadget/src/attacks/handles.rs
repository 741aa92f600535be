//! Every function that takes a handle, with one it does not have.

use super::{Attack, answer, attack};
use crate::abi::{CALLS, Call, Slot};
use crate::ask::{drop_handle, emit, new_packet};
use crate::scene::Scene;

pub fn all() -> Vec<Attack> {
    let mut attacks = Vec::new();
    for call in CALLS {
        for place in call.places(Slot::is_handle) {
            for how in [
                "zero",
                "negative",
                "never given",
                "dropped",
                "foreign",
                "emitted",
            ] {
                if how == "emitted" && call.slots[place] != Slot::packet {
                    continue;
                }
                let name = format!("handle {} {place} {how}", call.short());
                attacks.push(attack(name, move |scene| misuse(scene, call, place, how)));
            }
        }
    }
    attacks
}

fn misuse(scene: &mut Scene, call: &'static Call, place: usize, how: &str) {
    let mut numbers = scene.decent(call);
    let slot = call.slots[place];
    numbers[place] = match how {
        "zero" => 0,
        "negative" => i32::MIN.into(),
        "never given" => 9999,
        "dropped" => {
            drop_handle(resource(slot), numbers[place] as u32);
            numbers[place]
        }
        "foreign" => match slot {
            Slot::field => scene.prey.into(),
            _ => scene.fields[0].into(),
        },
        _ => {
            let made = new_packet(scene.mine, 1).unwrap();
            emit(made).unwrap();
            made.into()
        }
    };
    call.with(&numbers);
    answer("lived");
}

fn resource(slot: Slot) -> &'static str {
    match slot {
        Slot::source => "data-source",
        Slot::field => "field",
        _ => "packet",
    }
}
