"""Removing an account with the records that are only its own."""

from unbend.record.accounts import Account
from unbend.service.accounts import Accounts
from unbend.service.backup import Database, Place
from unbend.service.erase import erase
from unbend.service.ports import Actor, Ports


def remove_account(account: Account, accounts: Accounts, ports: Ports, *, database: Database, place: Place) -> int:
    """Erase the account's own records, then forget the account; how many records that were."""
    for person in account.people:
        erase(Actor(account.id), person, ports, database=database, place=place)
    accounts.remove(account.id)
    return len(account.people)
