//! Every function that takes an address, with one that is none.

use super::{Attack, answer, attack};
use crate::abi::{CALLS, Call};
use crate::realloc::memory_end;
use crate::scene::Scene;

pub fn all() -> Vec<Attack> {
    let mut attacks = Vec::new();
    for call in CALLS {
        for place in call.places(|slot| slot.result().is_some()) {
            let unaligned = call.slots[place].result().unwrap().1 > 1;
            const HOWS: [&str; 4] = ["outside", "across", "top", "unaligned"];
            for how in &HOWS[..if unaligned { 4 } else { 3 }] {
                let name = format!("pointer {} {place} {how}", call.short());
                attacks.push(attack(name, move |scene| result(scene, call, place, how)));
            }
        }
        for place in call.places(|slot| slot.list().is_some()) {
            let unaligned = call.slots[place].list().unwrap().1 > 1;
            const HOWS: [&str; 6] = [
                "null and 17 MiB",
                "endless",
                "across",
                "top",
                "empty outside",
                "unaligned",
            ];
            for how in &HOWS[..if unaligned { 6 } else { 5 }] {
                let name = format!("pointer {} {place} {how}", call.short());
                attacks.push(attack(name, move |scene| list(scene, call, place, how)));
            }
        }
    }
    attacks
}

fn result(scene: &mut Scene, call: &'static Call, place: usize, how: &str) {
    let (size, align) = call.slots[place].result().unwrap();
    let mut numbers = scene.decent(call);
    numbers[place] = match how {
        "outside" => memory_end(),
        "across" => memory_end() - size + align,
        "top" => 0xffff_fff8,
        _ => numbers[place] + align / 2,
    };
    call.with(&numbers);
    answer("lived");
}

fn list(scene: &mut Scene, call: &'static Call, place: usize, how: &str) {
    let (size, align) = call.slots[place].list().unwrap();
    let mut numbers = scene.decent(call);
    let end = memory_end();
    let (at, length) = match how {
        "null and 17 MiB" => (0, 17 << 20),
        "endless" => (numbers[place], u32::MAX.into()),
        "across" => (end - size, 2),
        "top" => (0xffff_fff8, 2),
        "empty outside" => (end + 8, 0),
        _ => (numbers[place] + align / 2, numbers[place + 1]),
    };
    (numbers[place], numbers[place + 1]) = (at, length);
    call.with(&numbers);
    answer("lived");
}
