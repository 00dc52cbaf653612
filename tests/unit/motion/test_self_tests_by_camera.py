"""Every self-test that a camera measures is of a movement from which the camera can take that number."""

import pytest

from support.people import catalogue
from support.references import reference
from unbend.catalogue.knowledge import SelfTest, Takes
from unbend.motion.lane import plan_of
from unbend.motion.measures import MEASURES, Unit
from unbend.motion.track import is_held

BY_CAMERA = [test for test in catalogue().tests.values() if test.camera is not None]


@pytest.mark.parametrize("test", BY_CAMERA, ids=lambda test: test.id)
def test_the_camera_can_take_the_number_of_the_test(test: SelfTest) -> None:
    assert test.camera is not None
    counted = (found := reference(test.camera.exercise)).counted
    assert counted is not None
    if test.camera.takes is Takes.HOLD:
        assert is_held(plan_of(found, None))
        assert test.unit == "s"
    elif test.camera.takes is Takes.TIME:
        assert (test.unit, test.per_side) == ("s", False)
    else:
        assert (test.unit, MEASURES[counted.measure].unit) == ("degrees", Unit.DEGREES)
    assert test.per_side == (counted.sided or counted.alternates)


def test_what_only_a_camera_measures_is_for_calm_backs_alone() -> None:
    """Hard rule 2: the end of a range is no test in pregnancy, with pain above three, or in the calm stage."""
    only = [test for test in BY_CAMERA if test.camera is not None and test.camera.only]
    assert len(only) == 3
    assert all(test.effortful for test in only)
