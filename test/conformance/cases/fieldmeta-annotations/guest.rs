use crate::kit::{attempt, attempt_unshown, see};
use gadget_guest::{AnyField, Gadget, Purpose, Result, Source, param};

pub struct Guest {
    pid: AnyField,
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let pid = Source::open("open")?.any_field("pid")?;
        let annotate = |label, key: &str, value: &str| attempt_unshown(label, pid.annotate(key, value));
        if !is_first() {
            see("notes", notes_of(&pid));
            annotate("one more", "more", "");
            annotate("a key that is there", "description", "second");
            return Ok(Self { pid });
        }
        annotate("new", "columns.width", "12");
        annotate("a key that is there", "description", "who");
        annotate("in other letters", "Unit", "bytes");
        annotate("any text", " \n🦀", "\0=");
        annotate("empty value", "columns.width", "");
        see("notes", notes_of(&pid));
        annotate("empty key", "", "x");
        annotate("key of 256 bytes", &"ü".repeat(128), "");
        annotate("key of 257 bytes", &"x".repeat(257), "");
        annotate("key of 258 bytes in 129 characters", &"ü".repeat(129), "");
        annotate("value of 4096 bytes", "long", &"x".repeat(4096));
        annotate("value of 4097 bytes", "unit", &"x".repeat(4097));
        annotate("value of 4098 bytes in 1366 characters", "unit", &"€".repeat(1366));
        let notes = notes_of(&pid);
        see("what failed calls left", vec![notes[1].as_str(), notes[notes.len() - 1].as_str()]);
        let fill = |there| pid.annotate(&format!("key {there}"), "").map(drop);
        attempt("64 notes", (notes.len()..64).try_for_each(fill));
        annotate("one more", "more", "");
        annotate("a key that is there", "description", "again");
        see("notes", notes_of(&pid));
        Ok(Self { pid })
    }

    fn start(&mut self) -> Result<()> {
        if is_first() {
            see("notes", notes_of(&self.pid));
        }
        Ok(())
    }
}

fn is_first() -> bool {
    param("role").as_deref() == Some("first")
}

fn notes_of(field: &AnyField) -> Vec<String> {
    field.annotations().into_iter().map(|note| format!("{}={}", note.key, note.value)).collect()
}
