//! Every function of gadget:api as a core module imports it.

use crate::abi::{Call, Slot};

/// From a number of ours to one of wasm.
trait Core {
    fn of(number: i64) -> Self;
}
impl Core for i32 {
    fn of(number: i64) -> i32 {
        number as i32
    }
}
impl Core for i64 {
    fn of(number: i64) -> i64 {
        number
    }
}
impl Core for f64 {
    fn of(number: i64) -> f64 {
        f64::from_bits(number as u64)
    }
}

/// And back.
trait Answer {
    fn number(self) -> i64;
}
impl Answer for () {
    fn number(self) -> i64 {
        0
    }
}
impl Answer for i32 {
    fn number(self) -> i64 {
        self.into()
    }
}
impl Answer for i64 {
    fn number(self) -> i64 {
        self
    }
}

macro_rules! core {
    (long) => {
        i64
    };
    (float) => {
        f64
    };
    ($other:ident) => {
        i32
    };
}

macro_rules! calls {
    ($($module:literal { $($name:literal ($($slot:ident)*) $($answer:ty)?;)* })*) => {
        pub static CALLS: &[Call] = &[$($(Call {
            interface: $module,
            name: $name,
            slots: &[$(Slot::$slot),*],
            run: |numbers| {
                #[link(wasm_import_module = $module)]
                unsafe extern "C" {
                    #[link_name = $name]
                    fn call($(_: core!($slot)),*) $(-> $answer)?;
                }
                let mut numbers = numbers.iter();
                let mut next = || *numbers.next().unwrap();
                let _ = &mut next;
                unsafe { Answer::number(call($(<core!($slot) as Core>::of(next())),*)) }
            },
        }),*),*];
    };
}

calls! {
    "gadget:api/logging@1.1.0" {
        "log" (level text length);
        "enabled" (level) i32;
        "log-with" (level text length attributes length);
    }
    "gadget:api/packet@1.1.0" {
        "[method]packet.len" (packet) i32;
        "[method]packet.append" (packet count ret16);
        "[method]packet.discard" (packet row ret16);
        "[method]packet.discard-many" (packet list4 length ret16);
        "[static]packet.emit" (packet ret16);
        "[resource-drop]packet" (packet);
    }
    "gadget:api/field@1.1.0" {
        "[method]field.name" (field ret8);
        "[method]field.kind" (field) i32;
        "[method]field.fixed-size" (field ret8);
        "[method]field.requested" (field) i32;
        "[method]field.tags" (field ret8);
        "[method]field.annotations" (field ret8);
        "[method]field.add-tag" (field text length ret16);
        "[method]field.annotate" (field text length text length ret16);
        "[method]field.set-hidden" (field flag ret16);
        "[method]field.is-set" (field packet row ret16);
        "[method]field.unset" (field packet row ret16);
        "[method]field.get-bool" (field packet row ret16);
        "[method]field.get-s32" (field packet row ret16);
        "[method]field.get-u32" (field packet row ret16);
        "[method]field.get-s64" (field packet row ret24wide);
        "[method]field.get-u64" (field packet row ret24wide);
        "[method]field.get-f64" (field packet row ret24wide);
        "[method]field.get-text" (field packet row ret16);
        "[method]field.get-bytes" (field packet row ret16);
        "[method]field.set-bool" (field packet row flag ret16);
        "[method]field.set-s32" (field packet row int ret16);
        "[method]field.set-u32" (field packet row int ret16);
        "[method]field.set-s64" (field packet row long ret16);
        "[method]field.set-u64" (field packet row long ret16);
        "[method]field.set-f64" (field packet row float ret16);
        "[method]field.set-text" (field packet row text length ret16);
        "[method]field.set-bytes" (field packet row list1 length ret16);
        "[method]field.column-is-set" (field packet ret16);
        "[method]field.column-s32" (field packet ret16);
        "[method]field.column-u32" (field packet ret16);
        "[method]field.column-s64" (field packet ret16);
        "[method]field.column-u64" (field packet ret16);
        "[method]field.column-f64" (field packet ret16);
        "[method]field.column-text" (field packet ret16);
        "[method]field.column-packed" (field packet ret20);
        "[method]field.set-column-s32" (field packet list4 length ret16);
        "[method]field.set-column-u32" (field packet list4 length ret16);
        "[method]field.set-column-s64" (field packet list8 length ret16);
        "[method]field.set-column-u64" (field packet list8 length ret16);
        "[method]field.set-column-f64" (field packet list8 length ret16);
        "[method]field.set-column-text" (field packet texts length ret16);
        "[method]field.set-column-packed" (field packet list4 length list1 length ret16);
        "[method]field.hidden" (field) i32;
        "[method]field.unset-many" (field packet list4 length ret16);
        "[resource-drop]field" (field);
    }
    "gadget:api/datasource@1.1.0" {
        "[static]data-source.create" (text length delivery ret16);
        "[static]data-source.open" (text length ret16);
        "[static]data-source.names" (ret8);
        "[method]data-source.name" (source ret8);
        "[method]data-source.delivery" (source) i32;
        "[method]data-source.fields" (source ret16);
        "[method]data-source.get-field" (source text length ret16);
        "[method]data-source.add-field" (source text length kind ret16);
        "[method]data-source.set-hidden" (source flag ret16);
        "[method]data-source.subscribe" (source ret16);
        "[method]data-source.new-packet" (source count ret16);
        "[method]data-source.hidden" (source) i32;
        "[method]data-source.describe-fields" (source ret8);
        "unsubscribe" (count);
        "[resource-drop]data-source" (source);
    }
    "gadget:api/lists@1.1.0" {
        "element-kind" (field ret2);
        "add-list-field" (source text length kind ret16);
        "get-s32" (field packet row ret16);
        "get-u32" (field packet row ret16);
        "get-s64" (field packet row ret16);
        "get-u64" (field packet row ret16);
        "get-f64" (field packet row ret16);
        "get-text" (field packet row ret16);
        "get-packed" (field packet row ret20);
        "set-s32" (field packet row list4 length ret16);
        "set-u32" (field packet row list4 length ret16);
        "set-s64" (field packet row list8 length ret16);
        "set-u64" (field packet row list8 length ret16);
        "set-f64" (field packet row list8 length ret16);
        "set-text" (field packet row texts length ret16);
        "set-packed" (field packet row list4 length list1 length ret16);
        "column-s32" (field packet ret20);
        "column-u32" (field packet ret20);
        "column-s64" (field packet ret20);
        "column-u64" (field packet ret20);
        "column-f64" (field packet ret20);
        "column-text" (field packet ret20);
        "column-packed" (field packet ret28);
        "set-column-s32" (field packet ends length list4 length ret16);
        "set-column-u32" (field packet ends length list4 length ret16);
        "set-column-s64" (field packet ends length list8 length ret16);
        "set-column-u64" (field packet ends length list8 length ret16);
        "set-column-f64" (field packet ends length list8 length ret16);
        "set-column-text" (field packet ends length texts length ret16);
        "set-column-packed" (field packet ends length list4 length list1 length ret16);
    }
    "gadget:api/params@1.1.0" {
        "get" (text length ret12);
        "all" (ret8);
    }
    "gadget:api/clock@1.1.0" {
        "wall" () i64;
        "monotonic" () i64;
        "now" (ret16wide);
    }
    "gadget:api/random@1.1.0" {
        "seed" (ret16wide);
    }
    "gadget:api/timer@1.1.0" {
        "every" (count ret16);
        "cancel" (timer);
        "once" (count ret16);
    }
    "gadget:api/handles@1.1.0" {
        "usage" (ret12);
    }
}
