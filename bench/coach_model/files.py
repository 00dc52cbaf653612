"""The data that is not ours to pass on, read from where it lies; what is not found is named with how to get it."""

import csv
from pathlib import Path

WHERE = {
    "kimore-repetitions": "github.com/bruceyo/EGCN: tools/segmentation, dists_Es1..5.csv and Es1..5_labels.csv",
    "countix-poses.npz": "github.com/Wantong66/Countix-Fitness: the test poses, one array a clip (frames, 33, 3)",
    "countix-counts.csv": "github.com/Wantong66/Countix-Fitness: clip,exercise,count",
    "uiprmd-kinect.npz": "github.com/niemasd/UI-PRMD-Analysis: Kinect positions and angles of Vakanski 2018, stacked",
    "kimore-ex5.npz": "github.com/MSD-IRIMAS/Weighted-ShapeDBA-4-Rehab: KIMORE's squats, 18 joints, resampled",
    "clips/rohan-squat.npz": "github.com/rohanx01/Squat-Analysis-Model: its video, through BlazePose: t, image, world",
}


def missing(folder: Path, *names: str) -> str | None:
    """What is not there, in one sentence; None if all is."""
    absent = [name for name in names if not (folder / name).exists()]
    return "; ".join(f"not run: {folder / name} is not there ({WHERE[name]})" for name in absent) or None


def numbers_by_id(path: Path) -> dict[str, list[float]]:
    """A row's numbers by the name in its first column; empty cells are left out."""
    with path.open(newline="", encoding="utf-8") as file:
        return {row[0]: [float(cell) for cell in row[1:] if cell.strip()] for row in csv.reader(file) if row}


def counts(path: Path) -> list[tuple[str, str, int]]:
    """Clip, exercise and count of each row."""
    with path.open(newline="", encoding="utf-8") as file:
        return [(row["clip"], row["exercise"], int(row["count"])) for row in csv.DictReader(file)]
