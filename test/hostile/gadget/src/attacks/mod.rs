//! The attacks. Each is a function with a name; what it answers goes to the log, for the test to read.

mod answers;
mod emits;
mod enums;
mod handles;
mod limits;
mod lists;
mod logs;
mod memory;
mod misuse;
mod phases;
mod pointers;
mod reallocs;
mod texts;
mod traps;

use crate::abi::CALLS;
use crate::ask::{ask, every, param, say};
use crate::scene::Scene;

pub struct Attack {
    pub name: String,
    pub run: Box<dyn Fn(&mut Scene)>,
}

pub fn attack(name: impl Into<String>, run: impl Fn(&mut Scene) + 'static) -> Attack {
    Attack {
        name: name.into(),
        run: Box::new(run),
    }
}

/// What the test reads.
pub fn answer(line: impl std::fmt::Display) {
    say(&format!("answer {line}"));
}

type Room = fn() -> Vec<Attack>;

const ROOMS: [Room; 14] = [
    answers::all,
    emits::all,
    enums::all,
    handles::all,
    limits::all,
    lists::all,
    logs::all,
    memory::all,
    misuse::all,
    phases::all,
    pointers::all,
    reallocs::all,
    texts::all,
    traps::all,
];

/// What init declares, so that the hook is called.
pub fn prepare(scene: &Scene, hook: &str) {
    ask("data-source.subscribe", &[scene.prey.into()]).unwrap();
    if emits::feeds(&param("attack")) {
        ask("data-source.subscribe", &[scene.mine.into()]).unwrap();
    }
    if hook == "on-tick" {
        every(1).unwrap();
    }
}

/// Whether it attacks with every call, and not just once.
pub fn repeats(name: &str) -> bool {
    emits::feeds(name)
}

/// Attacks.
pub fn run(name: &str, scene: &mut Scene) {
    if name == "list" {
        CALLS
            .iter()
            .for_each(|call| say(&format!("function {}#{}", call.interface, call.name)));
        ROOMS
            .iter()
            .flat_map(|room| room())
            .for_each(|attack| answer(&attack.name));
        return;
    }
    let found = ROOMS
        .iter()
        .find_map(|room| room().into_iter().find(|attack| attack.name == name));
    (found
        .unwrap_or_else(|| panic!("there is no attack {name}"))
        .run)(scene);
}
