//! Every function that takes a text, with bytes that are none.

use super::{Attack, answer, attack};
use crate::abi::{CALLS, Slot};

const LONE: &[u8] = b"\x80";
const CUT: &[u8] = b"caf\xc3";
const SURROGATE: &[u8] = b"\xed\xa0\x80";
const BEYOND: &[u8] = b"\xf4\x90\x80\x80";
/// Where a host may check blocks.
static LATE: [u8; 200] = {
    let mut bytes = [b'a'; 200];
    bytes[199] = 0xc0;
    bytes
};
const ALL: [(&str, &[u8]); 5] = [
    ("lone", LONE),
    ("cut", CUT),
    ("surrogate", SURROGATE),
    ("beyond", BEYOND),
    ("late", &LATE),
];

pub fn all() -> Vec<Attack> {
    let mut attacks = Vec::new();
    for call in CALLS {
        for place in call.places(|slot| matches!(slot, Slot::text | Slot::texts)) {
            for (how, bytes) in ALL {
                let name = format!("text {} {place} {how}", call.short());
                let run = move |scene: &mut crate::scene::Scene| {
                    let mut numbers = scene.decent(call);
                    let flat = [bytes.as_ptr() as usize as u32, bytes.len() as u32];
                    if call.slots[place] == Slot::texts {
                        // The second of two.
                        let list = Box::leak(Box::new([flat[0], 0, flat[0], flat[1]]));
                        numbers[place] = list.as_ptr() as usize as i64;
                    } else {
                        (numbers[place], numbers[place + 1]) = (flat[0].into(), flat[1].into());
                    }
                    call.with(&numbers);
                    answer("lived");
                };
                attacks.push(attack(name, run));
            }
        }
    }
    attacks
}
