"""What the terminal says about coming in from a phone."""

import io

import typer

STEPS = """
Your phone, in the same home
  1. Scan this, or open  {trust}
     It says how to make your phone trust this machine (once).
  2. Then open  {address}
  3. Type this code:  {code}   (good for 10 minutes, once)

More codes, and the list of your devices: {devices}
"""


def show(trust: str, address: str, code: str, devices: str) -> None:
    """The steps, with the first address as a picture to scan."""
    typer.echo(STEPS.format(trust=trust, address=address, code=code, devices=devices))
    typer.echo(picture(trust))


def picture(text: str) -> str:
    """A QR code of half blocks, dark on light as cameras want it whatever the colours of the terminal."""
    import qrcode

    code = qrcode.QRCode(border=2, error_correction=qrcode.ERROR_CORRECT_L)
    code.add_data(text)
    drawn = io.StringIO()
    code.print_ascii(out=drawn, invert=True)
    return drawn.getvalue()
