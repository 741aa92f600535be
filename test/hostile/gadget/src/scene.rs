//! What a gadget has in hand when it attacks.

use crate::abi::{Call, Slot};
use crate::ask::{add_field, add_list_field, create, get_field, new_packet, open, result_at};

/// Kinds in the order of the interface.
pub const KINDS: [&str; 13] = [
    "boolean", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32",
    "float64", "text", "bytes",
];

/// Rows of the packets that it gets.
pub const ROWS: i64 = 2;

pub struct Scene {
    /// Whether this call is an on-packet.
    pub packet: Option<u32>,
    /// One that it kept from its first call.
    pub kept: Option<u32>,
    /// The source it subscribed to, of others.
    pub prey: u32,
    /// A source of its own, with a field of each kind, too.
    pub mine: u32,
    /// Of `prey`, one for each kind.
    pub fields: Vec<u32>,
    /// Of `mine`.
    pub own_fields: Vec<u32>,
    /// Of `prey`, one of lists of each kind.
    pub lists: Vec<u32>,
    /// Of `mine`.
    pub own_lists: Vec<u32>,
    /// Where its answer is, when that is not a decent one.
    pub reply: Option<i64>,
    /// Calls that it has had, of any hook.
    pub calls: u32,
    /// Whether it has attacked.
    pub done: bool,
}

impl Scene {
    /// In init.
    pub fn set() -> Scene {
        // Inspected, and in the command, it may be alone.
        let prey = open("prey").or_else(|_| create("prey", 0)).unwrap();
        // Of two in one chain.
        let mine = create("mine", 0)
            .or_else(|_| create("also mine", 0))
            .unwrap();
        Scene {
            packet: None,
            kept: None,
            prey,
            mine,
            fields: fields_of(prey),
            own_fields: fields_of(mine),
            lists: lists_of(prey),
            own_lists: lists_of(mine),
            reply: None,
            calls: 0,
            done: false,
        }
    }

    /// The packet of this call; where there is none, one of its own.
    pub fn packet(&self) -> u32 {
        self.packet
            .unwrap_or_else(|| new_packet(self.mine, ROWS).unwrap())
    }

    /// Numbers with which a call succeeds, or fails for what it is, but breaks no rule.
    pub fn decent(&self, call: &Call) -> Vec<i64> {
        let fields = match (self.packet.is_some(), call.of_lists()) {
            (true, false) => &self.fields,
            (true, true) => &self.lists,
            (false, false) => &self.own_fields,
            (false, true) => &self.own_lists,
        };
        let mut item = 0;
        call.slots
            .iter()
            .map(|slot| match slot {
                Slot::source => self.mine.into(),
                Slot::field => fields[fitting(call.short())].into(),
                Slot::packet => self.packet().into(),
                Slot::row
                | Slot::int
                | Slot::long
                | Slot::float
                | Slot::level
                | Slot::delivery
                | Slot::kind => 0,
                Slot::count | Slot::flag => 1,
                Slot::timer => 99,
                Slot::text => TEXTS.as_ptr() as usize as i64,
                Slot::ends => (&raw const ENDS) as usize as i64,
                Slot::texts => STRINGS.0.as_ptr() as usize as i64,
                Slot::list1 | Slot::list4 | Slot::list8 | Slot::attributes => {
                    (&raw const NUMBERS) as usize as i64
                }
                Slot::length => {
                    item += 1;
                    match call.slots[call.places(|slot| slot == Slot::length)[item - 1] - 1] {
                        Slot::text => TEXTS.len() as i64,
                        Slot::list1 => 0,
                        Slot::attributes => 1,
                        _ => ROWS,
                    }
                }
                _ => result_at(),
            })
            .collect()
    }
}

fn fields_of(source: u32) -> Vec<u32> {
    let field = |(kind, name)| {
        get_field(source, name)
            .or_else(|_| add_field(source, name, kind))
            .unwrap()
    };
    (0..).zip(KINDS).map(field).collect()
}

fn lists_of(source: u32) -> Vec<u32> {
    let field = |(kind, name)| {
        let name = format!("list {name}");
        add_list_field(source, &name, kind)
            .or_else(|_| get_field(source, &name))
            .unwrap()
    };
    (0..).zip(KINDS).map(field).collect()
}

static TEXTS: &str = "text";
/// Zeros are values of every kind, two empty texts, and the ends of two empty values.
static NUMBERS: [u64; 4] = [0; 4];

/// Of lists with one element each.
static ENDS: [u32; 2] = [1, 2];

struct Strings([&'static str; 2]);
static STRINGS: Strings = Strings(["a", "b"]);

/// The kind of field for which an accessor is made, by number.
pub fn fitting(accessor: &str) -> usize {
    let kind = match accessor.rsplit(['-', '.']).next().unwrap() {
        "bool" => "boolean",
        "s32" => "int32",
        "s64" => "int64",
        "u64" => "uint64",
        "f64" => "float64",
        "text" => "text",
        "bytes" | "packed" => "bytes",
        _ => "uint32",
    };
    KINDS.iter().position(|each| *each == kind).unwrap()
}
