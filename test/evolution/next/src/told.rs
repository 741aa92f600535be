//! What the gadget tells its test, line by line.

use crate::gadget::api::logging::{Level, log};
use crate::gadget::api::types::{Error, ErrorCode};

pub fn say(text: &str) {
    log(Level::Info, text, &[]);
}

/// The code of an error, or that there was none.
pub fn outcome<T>(answer: Result<T, Error>) -> String {
    match answer {
        Ok(_) => "ok".to_string(),
        Err(error) => format!("{:?}", error.code),
    }
}

pub fn error(code: ErrorCode, text: &str) -> Error {
    Error { code, text: text.to_string() }
}
