//! Everything that has its phase, out of it.

use super::{Attack, answer, attack};
use crate::ask::{add_field, ask, create, emit, every, flat, new_packet, tag};

pub fn all() -> Vec<Attack> {
    vec![attack("phases", |scene| {
        let [at, length] = flat("tag");
        let (source, field) = (scene.mine.into(), scene.own_fields[0].into());
        answer(format!("create {}", tag(create("late", 0))));
        answer(format!(
            "add-field {}",
            tag(add_field(scene.prey, "late", 0))
        ));
        answer(format!(
            "set-hidden {}",
            tag(ask("data-source.set-hidden", &[source, 0]))
        ));
        answer(format!(
            "subscribe {}",
            tag(ask("data-source.subscribe", &[source]))
        ));
        answer(format!(
            "add-tag {}",
            tag(ask("field.add-tag", &[field, at, length]))
        ));
        answer(format!(
            "annotate {}",
            tag(ask("field.annotate", &[field, at, length, at, length]))
        ));
        answer(format!(
            "field.set-hidden {}",
            tag(ask("field.set-hidden", &[field, 0]))
        ));
        let made = new_packet(scene.mine, 0);
        answer(format!("new-packet {}", tag(made)));
        answer(format!("emit {}", made.map_or("-", |made| tag(emit(made)))));
        answer(format!("every {}", tag(every(1000))));
    })]
}
