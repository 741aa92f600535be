//! A `cabi_realloc` that answers what it should not, in every function that asks for memory.

use super::{Attack, answer, attack};
use crate::abi::function;
use crate::ask::flat;
use crate::realloc::{Mode, answer as answers};

const ASKING: [&str; 13] = [
    "data-source.names",
    "data-source.fields",
    "data-source.name",
    "field.name",
    "field.get-text",
    "field.get-bytes",
    "field.column-is-set",
    "field.column-s32",
    "field.column-u64",
    "field.column-f64",
    "field.column-text",
    "field.column-packed",
    "all",
];

const MODES: [(&str, Mode); 7] = [
    ("outside", Mode::Outside),
    ("across", Mode::Across),
    ("top", Mode::Top),
    ("unaligned", Mode::Unaligned),
    ("trap", Mode::Trap),
    ("calls the host", Mode::CallsHost),
    ("own", Mode::Own),
];

pub fn all() -> Vec<Attack> {
    let mut attacks = Vec::new();
    for (how, mode) in MODES {
        for name in ASKING {
            let call = function(name);
            attacks.push(attack(format!("realloc {name} {how}"), move |scene| {
                let numbers = scene.decent(call);
                answers(mode);
                call.with(&numbers);
                answers(Mode::Honest);
                answer("lived");
            }));
        }
        attacks.push(attack(format!("realloc of an error {how}"), move |_| {
            let call = function("data-source.open");
            let [at, length] = flat("nowhere");
            let numbers = [at, length, crate::ask::result_at()];
            answers(mode);
            call.with(&numbers);
            answers(Mode::Honest);
            answer("lived");
        }));
    }
    attacks
}
