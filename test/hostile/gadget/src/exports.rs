//! The hooks, as a core module exports them. The generator makes hooks of its own, under names that nobody calls, and
//! with them what describes the component.

use crate::ask::{drop_handle, param, say};
use crate::attacks;
use crate::scene::Scene;
use std::cell::RefCell;
use std::sync::atomic::{AtomicU32, Ordering};

mod generated {
    wit_bindgen::generate!({
        path: "wit",
        world: "aggregator",
        export_prefix: "generated:",
        generate_all,
    });

    use exports::gadget::api::{handler, lifecycle, ticker};

    struct Nobody;
    impl lifecycle::Guest for Nobody {
        fn init(_: lifecycle::Purpose) -> Result<(), lifecycle::ApiError> {
            Ok(())
        }
        fn start() -> Result<(), lifecycle::ApiError> {
            Ok(())
        }
        fn stop() -> Result<(), lifecycle::ApiError> {
            Ok(())
        }
    }
    impl handler::Guest for Nobody {
        fn on_packet(
            _: u32,
            packet: handler::Packet,
        ) -> Result<handler::Verdict, handler::ApiError> {
            std::mem::forget(packet);
            Ok(handler::Verdict::Keep)
        }
    }
    impl ticker::Guest for Nobody {
        fn on_tick(_: u32) -> Result<(), ticker::ApiError> {
            Ok(())
        }
    }
    export!(Nobody);
}

/// Ok, and keep.
static FINE: [u64; 2] = [0; 2];

static CALLS: AtomicU32 = AtomicU32::new(0);

/// How often this component was called.
pub fn calls() -> u32 {
    CALLS.load(Ordering::Relaxed)
}

thread_local! {
    static SCENE: RefCell<Option<Scene>> = const { RefCell::new(None) };
}

/// The hook is told to the log, so that a call of a dead gadget would show.
fn enter(hook: &str, packet: Option<u32>) -> i32 {
    CALLS.fetch_add(1, Ordering::Relaxed);
    say(&format!("enter {hook}"));
    // Taken out, as what traps does not put it back.
    let mut scene = SCENE.take().unwrap_or_else(Scene::set);
    scene.packet = packet;
    scene.calls += 1;
    let chosen = param("in");
    if hook == "init" {
        attacks::prepare(&scene, &chosen);
    }
    let name = param("attack");
    if name == "kept packet" && scene.kept.is_none() && !scene.done {
        scene.kept = scene.packet.take();
    } else if chosen == hook && is_due(&scene, &name) {
        scene.done = true;
        attacks::run(&name, &mut scene);
    }
    if let Some(packet) = scene.packet {
        drop_handle("packet", packet);
    }
    let reply = scene
        .reply
        .take()
        .unwrap_or((&raw const FINE) as usize as i64);
    SCENE.set(Some(scene));
    reply as i32
}

/// With the first call of its hook; or, when `every` says so, with one of so many of all its calls.
fn is_due(scene: &Scene, name: &str) -> bool {
    match param("every").parse::<u32>() {
        Ok(every) if every > 0 => scene.calls.is_multiple_of(every),
        _ => !scene.done || attacks::repeats(name),
    }
}

#[unsafe(export_name = "gadget:api/lifecycle@1.1.0#init")]
extern "C" fn init(purpose: i32) -> i32 {
    if purpose == 0 {
        // Nobody can tell it which attack.
        attacks::run("escapes", &mut Scene::set());
        return (&raw const FINE) as usize as i32;
    }
    enter("init", None)
}

#[unsafe(export_name = "gadget:api/lifecycle@1.1.0#start")]
extern "C" fn start() -> i32 {
    enter("start", None)
}

#[unsafe(export_name = "gadget:api/lifecycle@1.1.0#stop")]
extern "C" fn stop() -> i32 {
    enter("stop", None)
}

#[unsafe(export_name = "gadget:api/handler@1.1.0#on-packet")]
extern "C" fn on_packet(_subscription: i32, packet: i32) -> i32 {
    enter("on-packet", Some(packet as u32))
}

#[unsafe(export_name = "gadget:api/ticker@1.1.0#on-tick")]
extern "C" fn on_tick(_timer: i32) -> i32 {
    enter("on-tick", None)
}

/// What happens when the host has read an answer.
#[derive(Clone, Copy)]
#[repr(u32)]
pub enum After {
    Nothing,
    Trap,
    CallsHost,
}

static AFTER: AtomicU32 = AtomicU32::new(After::Nothing as u32);

pub fn after_answer(what: After) {
    AFTER.store(what as u32, Ordering::Relaxed);
}

macro_rules! post_return {
    ($($name:ident $export:literal;)*) => {$(
        #[unsafe(export_name = concat!("cabi_post_gadget:api/", $export))]
        extern "C" fn $name(_answer: i32) {
            let what = AFTER.load(Ordering::Relaxed);
            if what == After::Trap as u32 {
                core::arch::wasm32::unreachable();
            }
            if what == After::CallsHost as u32 {
                say("from post-return");
            }
        }
    )*};
}

post_return! {
    after_init "lifecycle@1.1.0#init";
    after_start "lifecycle@1.1.0#start";
    after_stop "lifecycle@1.1.0#stop";
    after_packet "handler@1.1.0#on-packet";
    after_tick "ticker@1.1.0#on-tick";
}
