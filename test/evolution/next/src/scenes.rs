//! What the gadget does, by the name of the scene.

mod chain;
mod emit;
mod gaps;

use crate::Kept;
use crate::exports::gadget::api::handler::Verdict;
use crate::gadget::api::datasource::{DataSource, Subscription};
use crate::gadget::api::logging::{Attribute, AttributeValue, Level, log};
use crate::gadget::api::packet::Packet;
use crate::gadget::api::types::{Error, ErrorCode};
use crate::gadget::api::{clock, handles, params, timer};
use crate::told::{error, outcome, say};

pub fn init(kept: &mut Kept) -> Result<(), Error> {
    match kept.scene.as_str() {
        "chain" => chain::init(kept),
        "emit" => emit::init(kept),
        "gaps" => gaps::init(kept),
        "asks" => asks(kept),
        "cancel" => cancelled(kept),
        "tick" => {
            timer::every(10)?;
            timer::once(15)?;
            say(&format!("every 0: {}", outcome(timer::every(0))));
            Ok(())
        }
        "fail" => DataSource::open("open")?.subscribe(&[]).map(drop),
        "tell" => {
            tell();
            Ok(())
        }
        _ => Ok(()),
    }
}

pub fn start(kept: &mut Kept) -> Result<(), Error> {
    match kept.scene.as_str() {
        "emit" => emit::start(kept),
        "asks" => {
            for field in &kept.fields {
                say(&format!("{} {}", field.name(), field.requested()));
            }
            Ok(())
        }
        "no-start" => Err(error(ErrorCode::Other, "")),
        _ => Ok(()),
    }
}

pub fn on_packet(kept: &mut Kept, subscription: u32, packet: Packet) -> Result<Verdict, Error> {
    match kept.scene.as_str() {
        "chain" => chain::on_packet(kept, packet),
        "emit" => emit::on_packet(kept, packet),
        "gaps" => gaps::on_packet(kept, packet),
        "cancel" => {
            say(&format!("packet of {subscription}"));
            if let Some(subscription) = kept.subscription.take() {
                Subscription::cancel(subscription);
            }
            packet.discard(&[0])?;
            Ok(Verdict::Keep)
        }
        "fail" => Err(error(ErrorCode::Expired, "as it was told to")),
        _ => Ok(Verdict::Keep),
    }
}

pub fn on_tick(_: &mut Kept) -> Result<(), Error> {
    Ok(())
}

pub fn stop(kept: &mut Kept) -> Result<(), Error> {
    emit::stop(kept)
}

/// Looks at all fields, and asks for one.
fn asks(kept: &mut Kept) -> Result<(), Error> {
    let source = DataSource::open("open")?;
    let wanted = params::get("asks").unwrap_or_default();
    for description in source.describe() {
        kept.fields.push(source.field(&description.name)?);
    }
    let asked: Vec<_> = kept.fields.iter().filter(|field| field.name() == wanted).collect();
    // Dropped at once: packets come all the same.
    source.subscribe(&asked).map(drop)
}

/// Two subscriptions, of which the one that is kept will be cancelled.
fn cancelled(kept: &mut Kept) -> Result<(), Error> {
    let (open, more) = (DataSource::open("open")?, DataSource::open("more")?);
    let stray = more.field("pid")?;
    say(&format!("another's field: {}", outcome(open.subscribe(&[&stray]))));
    open.subscribe(&[])?;
    let subscription = more.subscribe(&[&stray])?;
    say(&format!("id {}, {} handles", subscription.id(), handles::usage().open));
    kept.subscription = Some(subscription);
    say(&format!("again: {}", outcome(more.subscribe(&[]))));
    Ok(())
}

/// Of everything that answers without a packet, a line.
fn tell() {
    let now = clock::now();
    say(&format!("clock {} {}", now.wall, now.monotonic));
    for param in params::all() {
        say(&format!("param {}={}", param.key, param.value));
    }
    let source = DataSource::open("open").expect("the source");
    for field in source.describe() {
        let notes: Vec<_> = field.annotations.iter().map(|note| format!("{}={}", note.key, note.value)).collect();
        say(&format!(
            "{} {:?} {:?} {:?} {notes:?} {}",
            field.name, field.kind, field.fixed_size, field.tags, field.hidden
        ));
    }
    let attributes = [
        Attribute { key: "pid".to_string(), value: AttributeValue::Unsigned(42) },
        Attribute { key: "ratio".to_string(), value: AttributeValue::Float(0.5) },
    ];
    log(Level::Warn, "with details", &attributes);
    let missing = DataSource::open("nobody").map(drop).unwrap_err();
    say(&format!("{:?} {}", missing.code, missing.text));
}
