use crate::raw::gadget::api::types::ApiError as Raw;
use std::fmt;

/// What a hook or a call to the host answers.
pub type Result<T, E = ApiError> = std::result::Result<T, E>;

/// A call to the host failed, or a hook wants to fail in a way its host can tell apart.
///
/// Match on the case; the text is for people and changes between releases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// No source, field or parameter has this name.
    NotFound(String),
    /// The name is taken, or this can be done once and was.
    AlreadyExists(String),
    /// A field does not hold what was asked for.
    WrongKind(String),
    /// A field of one source with a packet of another.
    WrongSource(String),
    /// A row, a value or a number of values is not possible.
    OutOfRange(String),
    /// The packet's call has ended.
    Expired,
    /// Not in this phase.
    NotNow(String),
    /// A cap is reached, and stays.
    LimitExceeded(String),
    /// Not allowed to this gadget.
    Denied(String),
    /// Not before something else has gone on; the same may succeed in a later call.
    Busy(String),
    /// Anything else.
    Other(String),
}

impl ApiError {
    /// Any failure of your own, by its text: `parse(text).map_err(ApiError::other)?`.
    pub fn other(what: impl fmt::Display) -> Self {
        Self::Other(what.to_string())
    }

    /// The case as the interface spells it: `not-found`, `out-of-range` …
    pub fn tag(&self) -> &'static str {
        match self {
            Self::NotFound(_) => "not-found",
            Self::AlreadyExists(_) => "already-exists",
            Self::WrongKind(_) => "wrong-kind",
            Self::WrongSource(_) => "wrong-source",
            Self::OutOfRange(_) => "out-of-range",
            Self::Expired => "expired",
            Self::NotNow(_) => "not-now",
            Self::LimitExceeded(_) => "limit-exceeded",
            Self::Denied(_) => "denied",
            Self::Busy(_) => "busy",
            Self::Other(_) => "other",
        }
    }

    /// The text that comes with the case; empty for [`ApiError::Expired`].
    pub fn text(&self) -> &str {
        match self {
            Self::NotFound(text)
            | Self::AlreadyExists(text)
            | Self::WrongKind(text)
            | Self::WrongSource(text)
            | Self::OutOfRange(text)
            | Self::NotNow(text)
            | Self::LimitExceeded(text)
            | Self::Denied(text)
            | Self::Busy(text)
            | Self::Other(text) => text,
            Self::Expired => "",
        }
    }
}

/// `not-found: open has no field path`; an [`ApiError::Other`] is its text alone.
impl fmt::Display for ApiError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, self.text()) {
            (Self::Expired, _) => to.write_str("expired: the packet is over"),
            (Self::Other(_), text) if !text.is_empty() => to.write_str(text),
            (_, "") => to.write_str(self.tag()),
            (_, text) => write!(to, "{}: {text}", self.tag()),
        }
    }
}

impl std::error::Error for ApiError {}

impl From<Raw> for ApiError {
    fn from(raw: Raw) -> Self {
        match raw {
            Raw::NotFound(text) => Self::NotFound(text),
            Raw::AlreadyExists(text) => Self::AlreadyExists(text),
            Raw::WrongKind(text) => Self::WrongKind(text),
            Raw::WrongSource(text) => Self::WrongSource(text),
            Raw::OutOfRange(text) => Self::OutOfRange(text),
            Raw::Expired => Self::Expired,
            Raw::NotNow(text) => Self::NotNow(text),
            Raw::LimitExceeded(text) => Self::LimitExceeded(text),
            Raw::Denied(text) => Self::Denied(text),
            Raw::Busy(text) => Self::Busy(text),
            Raw::Other(text) => Self::Other(text),
        }
    }
}

impl From<ApiError> for Raw {
    fn from(error: ApiError) -> Self {
        match error {
            ApiError::NotFound(text) => Self::NotFound(text),
            ApiError::AlreadyExists(text) => Self::AlreadyExists(text),
            ApiError::WrongKind(text) => Self::WrongKind(text),
            ApiError::WrongSource(text) => Self::WrongSource(text),
            ApiError::OutOfRange(text) => Self::OutOfRange(text),
            ApiError::Expired => Self::Expired,
            ApiError::NotNow(text) => Self::NotNow(text),
            ApiError::LimitExceeded(text) => Self::LimitExceeded(text),
            ApiError::Denied(text) => Self::Denied(text),
            ApiError::Busy(text) => Self::Busy(text),
            ApiError::Other(text) => Self::Other(text),
        }
    }
}

macro_rules! from_errors {
    ($($error:ty),+ $(,)?) => {$(
        /// So that `?` works; becomes [`ApiError::Other`].
        impl From<$error> for ApiError {
            fn from(error: $error) -> Self {
                Self::other(error)
            }
        }
    )+};
}

from_errors!(
    &str,
    String,
    std::fmt::Error,
    std::num::ParseIntError,
    std::num::ParseFloatError,
    std::num::TryFromIntError,
    std::str::Utf8Error,
    std::string::FromUtf8Error,
    Box<dyn std::error::Error>,
    Box<dyn std::error::Error + Send + Sync>,
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_well() {
        let shown = |error: ApiError| error.to_string();
        assert_eq!(
            shown(ApiError::NotFound("open has no field path".into())),
            "not-found: open has no field path"
        );
        assert_eq!(shown(ApiError::Expired), "expired: the packet is over");
        assert_eq!(shown(ApiError::other("no luck")), "no luck");
        assert_eq!(shown(ApiError::Other(String::new())), "other");
        assert_eq!(shown(ApiError::Denied(String::new())), "denied");
    }

    #[test]
    fn every_case_survives_the_way_to_the_host_and_back() {
        let text = || "x".to_string();
        for error in [
            ApiError::NotFound(text()),
            ApiError::AlreadyExists(text()),
            ApiError::WrongKind(text()),
            ApiError::WrongSource(text()),
            ApiError::OutOfRange(text()),
            ApiError::Expired,
            ApiError::NotNow(text()),
            ApiError::LimitExceeded(text()),
            ApiError::Denied(text()),
            ApiError::Busy(text()),
            ApiError::Other(text()),
        ] {
            assert_eq!(ApiError::from(Raw::from(error.clone())), error);
        }
    }

    #[test]
    fn question_marks_work_on_errors_of_the_standard_library() {
        fn number(text: &str) -> Result<u8> {
            Ok(text.parse::<u8>()?)
        }
        assert_eq!(number("7"), Ok(7));
        assert_eq!(number("x").unwrap_err().tag(), "other");
        fn boxed() -> Result<()> {
            Err(Box::<dyn std::error::Error>::from("boxed"))?
        }
        assert_eq!(boxed(), Err(ApiError::Other("boxed".into())));
        let _: Box<dyn std::error::Error> = ApiError::Expired.into();
    }
}
