"""The look of all pages: style sheets, fonts, icons, base templates and components."""
