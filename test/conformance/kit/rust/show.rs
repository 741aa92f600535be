//! Values as text, the same in every language's kit; see ../README.md.

use gadget_guest::{ApiError, Delivery, Kind, LossCause};

/// Of longer texts and bytes only the size is shown. Bytes.
const LONGEST: usize = 64;
/// Of longer lists the length, the first and the last.
const MOST: usize = 16;

pub trait Show {
    fn show(&self) -> String;
}

/// A word of the interface, such as a tag: shown without quotes.
pub struct Word<'a>(pub &'a str);

impl Show for Word<'_> {
    fn show(&self) -> String {
        self.0.to_string()
    }
}

impl Show for () {
    fn show(&self) -> String {
        "ok".to_string()
    }
}

macro_rules! as_it_prints {
    ($($type:ty),+) => {$(
        impl Show for $type {
            fn show(&self) -> String {
                self.to_string()
            }
        }
    )+};
}

as_it_prints!(bool, i32, u32, i64, u64, usize);

/// Whole numbers as such; all others by their bits, as languages write them differently.
impl Show for f64 {
    fn show(&self) -> String {
        match *self {
            value if value.is_nan() => "nan".to_string(),
            f64::INFINITY => "inf".to_string(),
            f64::NEG_INFINITY => "-inf".to_string(),
            value if value == 0.0 && value.is_sign_negative() => "-0".to_string(),
            value if value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0 => {
                (value as i64).to_string()
            }
            value => format!("0x{:016x}", value.to_bits()),
        }
    }
}

impl Show for str {
    fn show(&self) -> String {
        if self.len() > LONGEST {
            return format!("text of {} bytes", self.len());
        }
        let mut shown = String::from("\"");
        for char in self.chars() {
            match char {
                '"' | '\\' => shown.extend(['\\', char]),
                '\0'..='\x1f' => shown += &format!("\\x{:02x}", char as u32),
                _ => shown.push(char),
            }
        }
        shown + "\""
    }
}

impl Show for String {
    fn show(&self) -> String {
        self.as_str().show()
    }
}

impl Show for Vec<u8> {
    fn show(&self) -> String {
        if self.len() > LONGEST {
            return format!("{} bytes", self.len());
        }
        format!("x'{}'", self.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
    }
}

impl<T: Show + ?Sized> Show for &T {
    fn show(&self) -> String {
        (**self).show()
    }
}

/// Unlike [`Vec<u8>`], which is bytes.
fn list<T: Show>(values: &[T]) -> String {
    match values {
        [first, .., last] if values.len() > MOST => {
            format!("{} values from {} to {}", values.len(), first.show(), last.show())
        }
        _ => format!("[{}]", values.iter().map(Show::show).collect::<Vec<_>>().join(", ")),
    }
}

macro_rules! lists {
    ($($type:ty),+) => {$(
        impl Show for Vec<$type> {
            fn show(&self) -> String {
                list(self)
            }
        }
    )+};
}

lists!(bool, i32, u32, i64, u64, f64, String, &str, Vec<u8>);
lists!(Vec<i32>, Vec<u32>, Vec<i64>, Vec<u64>, Vec<f64>, Vec<String>, Vec<Vec<u8>>);

impl Show for Kind {
    fn show(&self) -> String {
        format!("{self:?}").trim_start_matches("Kind::").to_lowercase()
    }
}

impl Show for Delivery {
    fn show(&self) -> String {
        match self {
            Delivery::Events => "events".to_string(),
            Delivery::Snapshots => "snapshots".to_string(),
            Delivery::Other => "other".to_string(),
        }
    }
}

impl Show for LossCause {
    fn show(&self) -> String {
        format!("{self:?}").trim_start_matches("LossCause::").to_lowercase()
    }
}

impl<T: Show> Show for Result<T, ApiError> {
    fn show(&self) -> String {
        match self {
            Ok(value) => value.show(),
            Err(error) => error.tag().to_string(),
        }
    }
}
