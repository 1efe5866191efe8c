"""A run as an OpenLineage event (https://openlineage.io/docs/spec/object-model). Needs OpenLineage's client, which
nothing else imports."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit

from openlineage.client.event_v2 import InputDataset, Job, OutputDataset, Run, RunEvent, RunState
from openlineage.client.facet_v2 import (
    DatasetFacet,
    RunFacet,
    dataset_version_dataset,
    error_message_run,
    input_statistics_input_dataset,
    job_type_job,
    output_statistics_output_dataset,
    processing_engine_run,
    schema_dataset,
)

import kaoju
from kaoju.places import Place, place
from kaoju.running.inputs import Input
from kaoju.running.manifest import Last
from kaoju.schemas import SCHEMAS

_PRODUCER = f"https://pypi.org/project/kaoju/{kaoju.__version__}"


def run_event(
    state: str, run: str, *, out: Place, inputs: Sequence[Input], made: Last, error: BaseException | None
) -> RunEvent:
    """The event of a run by its id.

    Its job is known by where its results go, which is the same from one run to the next; its inputs are the files and
    folders that were given, its outputs the tables, as the manifest tells of them.
    """
    engine = processing_engine_run.ProcessingEngineRunFacet(kaoju.__version__, "kaoju")
    facets: dict[str, RunFacet] = {"processing_engine": engine}
    if error:
        facets["errorMessage"] = error_message_run.ErrorMessageRunFacet(str(error), "python")
    batch = job_type_job.JobTypeJobFacet("BATCH", "KAOJU", "RUN")
    namespace, name = os.environ.get("OPENLINEAGE_NAMESPACE", "default"), f"kaoju run {unquote(out.url)}"
    return RunEvent(
        eventTime=datetime.now(UTC).isoformat(),
        producer=_PRODUCER,
        eventType=RunState[state],
        run=Run(run, facets),
        job=Job(namespace, name, {"jobType": batch}),
        inputs=[_input(root, inputs, made) for root in dict.fromkeys(one.root for one in inputs)],
        outputs=[_output(out, name, rows, made) for name, rows in made.rows.items()],
    )


def _input(root: str, inputs: Sequence[Input], made: Last) -> InputDataset:
    mine = [one for one in inputs if one.root == root]
    size = input_statistics_input_dataset.InputStatisticsInputDatasetFacet(
        size=sum(one.size for one in mine), fileCount=len(mine)
    )
    facets = _version(_articles(mine, made)) if made.inputs else {}
    return InputDataset(*_named(place(root)), {"inputStatistics": size}, facets=facets)


def _output(out: Place, table: str, rows: int, made: Last) -> OutputDataset:
    file = f"tables/{table}.parquet"
    columns = [schema_dataset.SchemaDatasetFacetFields(one.name, str(one.type)) for one in SCHEMAS[table]]
    count = output_statistics_output_dataset.OutputStatisticsOutputDatasetFacet(rowCount=rows)
    facets = _version(made.files[file]) | {"schema": schema_dataset.SchemaDatasetFacet(columns)}
    return OutputDataset(*_named(out / file), {"outputStatistics": count}, facets=facets)


def _version(version: str) -> dict[str, DatasetFacet]:
    return {"version": dataset_version_dataset.DatasetVersionDatasetFacet(version)}


def _articles(inputs: Sequence[Input], made: Last) -> str:
    """A hash of the articles that went in: the same for the same."""
    told = [f"{one.id} {made.inputs[one.id]['sha256']}\n" for one in inputs if one.id in made.inputs]
    return hashlib.sha256("".join(told).encode(errors="surrogatepass")).hexdigest()


def _named(where: Place) -> tuple[str, str]:
    """Namespace and name as OpenLineage has them for files: ``file`` and a path, ``s3://bucket`` and a key."""
    parts = urlsplit(where.url)
    if parts.scheme == "file":
        return "file", unquote(parts.path)
    return f"{parts.scheme}://{parts.netloc}", parts.path.lstrip("/") or "/"
