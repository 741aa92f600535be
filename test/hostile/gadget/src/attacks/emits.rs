//! Sending what may not be sent, and too much of what may.

use super::{Attack, answer, attack};
use crate::abi::function;
use crate::ask::{ask, emit, flat, new_packet, open_handles, tag};
use crate::scene::Scene;

/// Whether an attack gets the packets of its own source, too, and attacks with every packet.
pub fn feeds(name: &str) -> bool {
    name == "feed itself" || name == "re-entry"
}

pub fn all() -> Vec<Attack> {
    vec![
        attack("emit what came", |scene| {
            let before = open_handles();
            answer(tag(emit(scene.packet.take().unwrap())));
            answer(format!(
                "handles {}",
                i64::from(open_handles()) - i64::from(before)
            ));
        }),
        attack("packets for a source of others", |scene| {
            answer(tag(new_packet(scene.prey, 1)))
        }),
        attack("emit storm", |scene| {
            let sent = (0..)
                .find_map(|turn| Some((turn, emit(new_packet(scene.mine, 3).unwrap()).err()?)));
            let (packets, tag): (u32, _) = sent.unwrap();
            answer(format!("{packets} {tag}"));
        }),
        attack("emit storm and fall", |scene| {
            (0..500).for_each(|_| {
                emit(new_packet(scene.mine, 3).unwrap()).unwrap();
            });
            core::arch::wasm32::unreachable();
        }),
        attack("emit storm and fail", |scene| {
            (0..500).for_each(|_| {
                emit(new_packet(scene.mine, 3).unwrap()).unwrap();
            });
            static FAILED: [u32; 4] = [1, 5, 0, 0];
            scene.reply = Some((&raw const FAILED) as usize as i64);
        }),
        attack("feed itself", |scene| {
            if let Err(tag) = emit(new_packet(scene.mine, 1).unwrap()) {
                answer(tag);
            }
        }),
        attack("re-entry", re_entry),
        attack("changes, then an error", |scene| {
            super::traps::change(scene);
            static FAILED: [u32; 4] = [1, 5, 0, 0];
            scene.reply = Some((&raw const FAILED) as usize as i64);
        }),
    ]
}

/// Nothing that it does leads into it while it runs: the number of its calls stays.
fn re_entry(scene: &mut Scene) {
    if scene.calls > 3 {
        return;
    }
    let calls = crate::exports::calls();
    let [at, length] = flat("x");
    emit(new_packet(scene.mine, 1).unwrap()).unwrap();
    ask("every", &[1]).unwrap();
    function("log").with(&[0, at, length]);
    let began = function("monotonic").with(&[]);
    while function("monotonic").with(&[]) < began + 20_000_000 {}
    answer(format!(
        "{} calls meanwhile",
        crate::exports::calls() - calls
    ));
}
