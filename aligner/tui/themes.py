"""Four looks: light, dark, the terminal's own palette, high contrast.

What always holds: a look changes colours only; glyphs and words tell every state without them.
"""

from __future__ import annotations

from textual.theme import Theme

CHOICES = ("dark", "light", "terminal", "contrast")

THEMES = (
    Theme(
        name="dark",
        variables={"quiet": "#8a93a0"},
        primary="#7aa2d6",
        secondary="#8a9bb0",
        accent="#e0b060",
        warning="#e0b060",
        error="#e07a7a",
        success="#86c08a",
        foreground="#dcdfe4",
        background="#16191f",
        surface="#1d222a",
        panel="#272d37",
        dark=True,
    ),
    Theme(
        name="light",
        variables={"quiet": "#5a6675"},
        primary="#1f5fa8",
        secondary="#5a6675",
        accent="#8a5200",
        warning="#8a5200",
        error="#b02222",
        success="#1d6b2c",
        foreground="#1b1f24",
        background="#ffffff",
        surface="#eef1f5",
        panel="#e0e5ec",
        dark=False,
    ),
    Theme(
        name="terminal",
        ansi=True,
        primary="ansi_blue",
        secondary="ansi_cyan",
        accent="ansi_yellow",
        warning="ansi_yellow",
        error="ansi_red",
        success="ansi_green",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        dark=True,
        variables={
            "quiet": "ansi_bright_black",
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "border": "ansi_blue",
            "border-blurred": "ansi_bright_black",
            "block-cursor-foreground": "ansi_default",
            "block-cursor-background": "ansi_default",
            "block-cursor-text-style": "reverse",
            "input-cursor-background": "ansi_default",
            "input-cursor-foreground": "ansi_default",
            "input-cursor-text-style": "reverse",
            "input-selection-background": "ansi_bright_blue",
            "input-selection-foreground": "ansi_black",
            "screen-selection-background": "ansi_bright_blue",
            "screen-selection-foreground": "ansi_black",
        },
    ),
    Theme(
        name="contrast",
        variables={"quiet": "#d0d0d0"},
        primary="#ffffff",
        secondary="#ffffff",
        accent="#ffff00",
        warning="#ffff00",
        error="#ff8080",
        success="#80ff80",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#202020",
        dark=True,
        text_alpha=1.0,
        luminosity_spread=0.3,
    ),
)
