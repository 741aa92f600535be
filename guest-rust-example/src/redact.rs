use std::borrow::Cow;

const HOME: &str = "/home/";

/// Hides user names in paths: `/home/ann/a.txt` becomes `/home/***/a.txt`.
pub fn redact(path: &str) -> Cow<'_, str> {
    let mut shown = String::new();
    let mut rest = path;
    while let Some(at) = rest.find(HOME) {
        let (before, after) = rest.split_at(at + HOME.len());
        let name = after.find('/').unwrap_or(after.len());
        shown.push_str(before);
        if name > 0 {
            shown.push_str("***");
        }
        rest = &after[name..];
    }
    if shown.is_empty() {
        return Cow::Borrowed(path);
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hides_user_names() {
        for (path, redacted) in [
            ("/home/ann/a.txt", "/home/***/a.txt"),
            ("/home/ann", "/home/***"),
            ("/mnt/home/ann/home/bob/x", "/mnt/home/***/home/***/x"),
            ("/home/home/x", "/home/***/x"),
            ("/home//home/ann", "/home//home/***"),
            ("/home//x", "/home//x"),
            ("/home/", "/home/"),
            ("/homes/ann", "/homes/ann"),
            ("/home/käthe/ä", "/home/***/ä"),
            ("", ""),
        ] {
            assert_eq!(redact(path), redacted, "{path}");
        }
    }

    #[test]
    fn copies_nothing_when_there_is_nothing_to_hide() {
        assert!(matches!(
            redact("/etc/passwd"),
            Cow::Borrowed("/etc/passwd")
        ));
    }
}
