//! What the operator asked of this gadget. Declared in `gadget.yaml`, checked by the host, available in every hook.

use crate::duration::parse_duration;
use crate::error::{ApiError, Result};
use crate::raw::gadget::api::params as host;
use std::str::FromStr;
use std::time::Duration;

/// A parameter as the operator gave it, or its default; none when there is neither.
pub fn param(name: &str) -> Option<String> {
    host::get(name)
}

/// All parameters that have a value, in the order of their declaration.
pub fn all() -> Vec<(String, String)> {
    host::all()
}

/// A parameter as another type: `params::parse::<u32>("limit")?`, also for `bool` and `f64`.
///
/// Fails with `out-of-range` when the text can't be read as that type.
pub fn parse<T: FromStr>(name: &str) -> Result<Option<T>> {
    read(name, host::get(name), std::any::type_name::<T>(), |text| text.parse().ok())
}

/// A duration such as `500ms`, `5s`, `1h30m` or `0`.
///
/// Fails with `out-of-range` when it is none.
pub fn duration(name: &str) -> Result<Option<Duration>> {
    read(name, host::get(name), "a duration such as 5s", parse_duration)
}

fn read<T>(
    name: &str,
    text: Option<String>,
    what: &str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>> {
    let Some(text) = text else {
        return Ok(None);
    };
    match parse(&text) {
        Some(value) => Ok(Some(value)),
        None => Err(ApiError::OutOfRange(format!("parameter {name} is {text:?}, not {what}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_types_and_says_what_it_got() {
        let number =
            |text: Option<&str>| read("limit", text.map(String::from), "u8", |text| text.parse::<u8>().ok());
        assert_eq!(number(None), Ok(None));
        assert_eq!(number(Some("7")), Ok(Some(7)));
        assert_eq!(
            number(Some("300")).unwrap_err().to_string(),
            "out-of-range: parameter limit is \"300\", not u8"
        );
    }
}
