use super::show::Show;
use gadget_guest::{Result, info};

/// Writes a line: a label and a value.
pub fn see(label: &str, value: impl Show) {
    info!("{label}: {}", value.show());
}

/// Writes what something answered: its value, `ok` if it has none, or the case of the error.
pub fn attempt<T: Show>(label: &str, outcome: Result<T>) {
    see(label, outcome);
}

/// The same for what the raw bindings answer.
pub fn attempt_raw<T: Show>(
    label: &str,
    outcome: std::result::Result<T, gadget_guest::raw::gadget::api::types::ApiError>,
) {
    see(label, outcome.map_err(gadget_guest::ApiError::from));
}

/// Of something that can't be shown: `ok`, or the case of the error.
pub fn attempt_unshown<T>(label: &str, outcome: Result<T>) {
    see(label, outcome.map(drop));
}
