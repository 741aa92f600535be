use gadget_guest::ApiError;

/// The error of this case, for hooks that fail.
pub fn error_of(tag: &str, text: &str) -> ApiError {
    let text = text.to_string();
    match tag {
        "not-found" => ApiError::NotFound(text),
        "already-exists" => ApiError::AlreadyExists(text),
        "wrong-kind" => ApiError::WrongKind(text),
        "wrong-source" => ApiError::WrongSource(text),
        "out-of-range" => ApiError::OutOfRange(text),
        "expired" => ApiError::Expired,
        "not-now" => ApiError::NotNow(text),
        "limit-exceeded" => ApiError::LimitExceeded(text),
        "denied" => ApiError::Denied(text),
        "busy" => ApiError::Busy(text),
        "other" => ApiError::Other(text),
        _ => unreachable!("there is no case {tag}"),
    }
}
