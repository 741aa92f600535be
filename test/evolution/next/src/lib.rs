//! A gadget of the preview of 2.0. What it does is in `scenes`, one for each value of the parameter `do`.

mod scenes;
mod told;

use std::cell::RefCell;

wit_bindgen::generate!({ path: "wit", world: "aggregator" });

use exports::gadget::api::{handler, lifecycle, ticker};
use gadget::api::datasource::{DataSource, Subscription};
use gadget::api::field::Field;
use gadget::api::packet::Packet;
use gadget::api::params;
use gadget::api::types::Error;

struct Next;

/// What is remembered from call to call.
#[derive(Default)]
struct Kept {
    scene: String,
    source: Option<DataSource>,
    subscription: Option<Subscription>,
    /// Those that init found or added, in that order.
    fields: Vec<Field>,
    /// Packets that could not be emitted.
    packets: Vec<Packet>,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

fn kept<T>(look: impl FnOnce(&mut Kept) -> T) -> T {
    KEPT.with_borrow_mut(look)
}

impl lifecycle::Guest for Next {
    fn init(_: lifecycle::Purpose) -> Result<(), Error> {
        kept(|kept| {
            kept.scene = params::get("do").unwrap_or_default();
            scenes::init(kept)
        })
    }

    fn start() -> Result<(), Error> {
        kept(scenes::start)
    }

    fn stop(reason: lifecycle::StopReason) -> Result<(), Error> {
        told::say(&format!("stop: {reason:?}"));
        kept(scenes::stop)
    }
}

impl handler::Guest for Next {
    fn on_packet(subscription_id: u32, packet: Packet) -> Result<handler::Verdict, Error> {
        kept(|kept| scenes::on_packet(kept, subscription_id, packet))
    }
}

impl ticker::Guest for Next {
    fn on_tick(timer: u32, due: u64, merged: u32) -> Result<(), Error> {
        told::say(&format!("tick {timer} due {due} merged {merged}"));
        kept(scenes::on_tick)
    }
}

export!(Next);
