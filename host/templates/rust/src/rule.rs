use std::borrow::Cow;

/// Hides who a path belongs to: `/home/ann/a.txt` becomes `/home/***/a.txt`. Other paths stay as they are.
pub fn hide_user<'a>(path: &'a str, mask: &str) -> Cow<'a, str> {
    match path.strip_prefix("/home/") {
        Some(rest) if !rest.is_empty() && !rest.starts_with('/') => {
            let end = rest.find('/').unwrap_or(rest.len());
            Cow::Owned(format!("/home/{mask}{}", &rest[end..]))
        }
        _ => Cow::Borrowed(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hides_users() {
        for (path, hidden) in [
            ("/home/ann/a.txt", "/home/***/a.txt"),
            ("/home/ann", "/home/***"),
            ("/home/", "/home/"),
            ("/etc/hosts", "/etc/hosts"),
        ] {
            assert_eq!(hide_user(path, "***"), hidden, "{path}");
        }
    }
}
