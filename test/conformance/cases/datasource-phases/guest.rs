use crate::kit::{Show, Word, attempt_unshown, see};
use gadget_guest::{
    Delivery, Gadget, Packet, Purpose, Result, Source, Subscription, Timer, Verdict, every, source_names,
};
use std::time::Duration;

pub struct Guest;

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        Source::create("own", Delivery::Events)?;
        Source::open("open")?.subscribe()?;
        every(Duration::from_secs(1))?;
        look("init")?;
        Ok(Self)
    }

    fn start(&mut self) -> Result<()> {
        both("start")
    }

    fn on_packet(&mut self, _: Subscription, _: &Packet) -> Result<Verdict> {
        both("on-packet")?;
        Ok(Verdict::Keep)
    }

    fn on_tick(&mut self, _: Timer) -> Result<()> {
        both("on-tick")
    }

    fn stop(&mut self) -> Result<()> {
        both("stop")
    }
}

fn both(phase: &str) -> Result<()> {
    look(phase)?;
    declare(phase)
}

fn look(phase: &str) -> Result<()> {
    let open = Source::open("open")?;
    let pid = open.any_field("PID")?;
    see(&format!("{phase} names"), source_names());
    let source = format!("{} {}", open.name().show(), open.delivery().show());
    see(&format!("{phase} sees"), Word(&format!("{source}, {} {}", pid.name().show(), pid.kind().show())));
    let names: Vec<String> = open.fields()?.iter().map(|field| field.name()).collect();
    see(&format!("{phase} fields"), names);
    see(&format!("{phase} tags"), pid.tags());
    let notes: Vec<String> =
        pid.annotations().iter().map(|note| format!("{}={}", note.key, note.value)).collect();
    see(&format!("{phase} annotations"), notes);
    Ok(())
}

fn declare(phase: &str) -> Result<()> {
    let open = Source::open("open")?;
    let pid = open.any_field("pid")?;
    attempt_unshown(&format!("{phase} create"), Source::create("late", Delivery::Events));
    attempt_unshown(&format!("{phase} add-field"), open.add_field::<String>("late"));
    attempt_unshown(&format!("{phase} hide source"), open.set_hidden(true));
    attempt_unshown(&format!("{phase} subscribe"), open.subscribe());
    attempt_unshown(&format!("{phase} subscribe to another"), Source::open("own")?.subscribe());
    attempt_unshown(&format!("{phase} add-tag"), pid.add_tag("late"));
    attempt_unshown(&format!("{phase} annotate"), pid.annotate("description", "late"));
    attempt_unshown(&format!("{phase} hide field"), pid.set_hidden(true));
    Ok(())
}
