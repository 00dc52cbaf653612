"""Other skeletons as the 33 landmarks: Kinect v2's joints, the sets of UI-PRMD and KIMORE, and COCO's keypoints.

What a skeleton does not have gets visibility 0 and the place of the middle of the hips. Depth sensors give metres with
y upwards and x to the picture's left; landmarks have y downwards and x to the picture's right.
"""

from collections.abc import Mapping, Sequence

from unbend.body.vector import Vector, between, subtract
from unbend.motion.pose import LANDMARK, Landmark
from unbend.motion.uiprmd import joint_places

# Each skeleton's joints (by index) and the landmark each stands for. Kinect v2: the order of `JointType` in Microsoft's
# SDK. The 18 of KIMORE are these without head, feet, hand tips and thumbs; the order was found on the recordings, where
# only this one keeps the limbs as long from moment to moment (2 to 8 % off) and left and right apart.
KINECT_25: Mapping[int, str] = {
    4: "left shoulder", 5: "left elbow", 6: "left wrist", 8: "right shoulder", 9: "right elbow", 10: "right wrist",
    12: "left hip", 13: "left knee", 14: "left ankle", 15: "left foot index",
    16: "right hip", 17: "right knee", 18: "right ankle", 19: "right foot index",
    21: "left index", 22: "left thumb", 23: "right index", 24: "right thumb",
}  # fmt: skip
KIMORE_18: Mapping[int, str] = {
    3: "left shoulder", 4: "left elbow", 5: "left wrist", 7: "right shoulder", 8: "right elbow", 9: "right wrist",
    11: "left hip", 12: "left knee", 13: "left ankle", 14: "right hip", 15: "right knee", 16: "right ankle",
}  # fmt: skip
UIPRMD_22: Mapping[int, str] = {
    7: "left shoulder", 8: "left elbow", 9: "left wrist", 11: "right shoulder", 12: "right elbow", 13: "right wrist",
    14: "left hip", 15: "left knee", 16: "left ankle", 17: "left foot index",
    18: "right hip", 19: "right knee", 20: "right ankle", 21: "right foot index",
}  # fmt: skip
COCO_17: Mapping[int, str] = {
    0: "nose", 1: "left eye", 2: "right eye", 3: "left ear", 4: "right ear",
    5: "left shoulder", 6: "right shoulder", 7: "left elbow", 8: "right elbow", 9: "left wrist", 10: "right wrist",
    11: "left hip", 12: "right hip", 13: "left knee", 14: "right knee", 15: "left ankle", 16: "right ankle",
}  # fmt: skip
CENTIMETRE = 0.01
SEEN = 1.0


def kinect25(joints: Sequence[Sequence[float]]) -> tuple[Landmark, ...]:
    """World landmarks from Kinect v2's 25 joints in metres. Raises ValueError for another number of joints."""
    return _world(_counted(joints, 25), KINECT_25)


def kimore18(joints: Sequence[Sequence[float]]) -> tuple[Landmark, ...]:
    """World landmarks from KIMORE's 18 joints in metres. Raises ValueError for another number of joints."""
    return _world(_counted(joints, 18), KIMORE_18)


def uiprmd22(offsets: Sequence[Sequence[float]], angles: Sequence[Sequence[float]]) -> tuple[Landmark, ...]:
    """World landmarks from a frame of UI-PRMD's Kinect files, its positions (which are offsets from joint to joint, in
    centimetres) and its angles in degrees. Raises ValueError for another number of joints than 22."""
    places = joint_places(_counted(offsets, 22), _counted(angles, 22))
    # There x goes to the picture's right and z towards the camera.
    turned = [(-x * CENTIMETRE, y * CENTIMETRE, -z * CENTIMETRE) for x, y, z in places]
    return _world(turned, UIPRMD_22)


def coco17(keypoints: Sequence[Sequence[float]]) -> tuple[Landmark, ...]:
    """Image landmarks from COCO's 17 keypoints, each x and y as shares of the picture and how sure it is. Raises
    ValueError for another number of keypoints."""
    found = [(0.0, 0.0, 0.0, 0.0)] * len(LANDMARK)
    for joint, name in COCO_17.items():
        x, y, sure = _counted(keypoints, 17)[joint]
        found[LANDMARK[name]] = (float(x), float(y), 0.0, float(sure))
    return tuple(found)


def _counted(joints: Sequence[Sequence[float]], count: int) -> Sequence[Sequence[float]]:
    if len(joints) != count:
        raise ValueError(f"joints: {len(joints)} given, this skeleton has {count}")
    return joints


def _world(joints: Sequence[Sequence[float]], places: Mapping[int, str]) -> tuple[Landmark, ...]:
    known = {LANDMARK[name]: _camera_axes(joints[joint]) for joint, name in places.items()}
    middle = between(known[LANDMARK["right hip"]], known[LANDMARK["left hip"]], 0.5)
    return tuple(
        (*subtract(known[i], middle), SEEN) if i in known else (0.0, 0.0, 0.0, 0.0) for i in range(len(LANDMARK))
    )


def _camera_axes(joint: Sequence[float]) -> Vector:
    """From a depth sensor's axes (x to the picture's left, y up, z away) to a picture's."""
    return -float(joint[0]), -float(joint[1]), float(joint[2])
