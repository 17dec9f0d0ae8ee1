"""Orders as the shop's API returns them."""

from dataclasses import asdict, dataclass
from datetime import date


@dataclass(frozen=True)
class Order:
    number: str
    placed_on: date
    delivered_on: date | None
    items: tuple[str, ...]
    total_pence: int

    def as_dict(self) -> dict[str, object]:
        delivered = self.delivered_on.isoformat() if self.delivered_on else None
        return {**asdict(self), "placed_on": self.placed_on.isoformat(), "delivered_on": delivered}
