"""corpuskit: news text as it is really found, into structured records that can be checked.

Importing this costs a millisecond: a name is loaded when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    __version__: str
    from corpuskit.contract import (
        API,
        CodingPolicy,
        Command,
        Configuration,
        Exporter,
        Extractor,
        Layers,
        Linker,
        Part,
        Plugin,
        Reader,
        Registry,
        Rejection,
        Segmenter,
        Selection,
        StreamReader,
        discover,
        hookimpl,
    )
    from corpuskit.model import (
        RECORD_VERSION,
        Annotation,
        Argument,
        Article,
        Block,
        BlockKind,
        Casualty,
        CasualtyKind,
        CasualtyScope,
        CasualtyStatus,
        Claim,
        ClaimPolicy,
        Claims,
        Columns,
        ConfigurationError,
        CorpuskitError,
        DateMention,
        DateType,
        DecodingError,
        DependencyCycle,
        EmptySourceError,
        Entity,
        EntityKind,
        Event,
        EventCluster,
        EventType,
        Failure,
        Furniture,
        Interval,
        LayerClash,
        LayerMissing,
        LexiconError,
        Member,
        Modality,
        OutputError,
        PlanError,
        Polarity,
        Precision,
        Provenance,
        Published,
        Quotation,
        QuotationMode,
        RecordError,
        Result,
        Source,
        SourceError,
        Span,
        SpanError,
        SurrogateError,
        Toll,
        VictimRole,
        Zone,
        claim_rows,
        content_id,
        digest,
        record_schema,
        rows,
    )
    from corpuskit.pipeline import Pipeline, extract, link, read_jsonl, stories

__all__ = [
    "API",
    "RECORD_VERSION",
    "Annotation",
    "Argument",
    "Article",
    "Block",
    "BlockKind",
    "Casualty",
    "CasualtyKind",
    "CasualtyScope",
    "CasualtyStatus",
    "Claim",
    "ClaimPolicy",
    "Claims",
    "CodingPolicy",
    "Columns",
    "Command",
    "Configuration",
    "ConfigurationError",
    "CorpuskitError",
    "DateMention",
    "DateType",
    "DecodingError",
    "DependencyCycle",
    "EmptySourceError",
    "Entity",
    "EntityKind",
    "Event",
    "EventCluster",
    "EventType",
    "Exporter",
    "Extractor",
    "Failure",
    "Furniture",
    "Interval",
    "LayerClash",
    "LayerMissing",
    "Layers",
    "LexiconError",
    "Linker",
    "Member",
    "Modality",
    "OutputError",
    "Part",
    "Pipeline",
    "PlanError",
    "Plugin",
    "Polarity",
    "Precision",
    "Provenance",
    "Published",
    "Quotation",
    "QuotationMode",
    "Reader",
    "RecordError",
    "Registry",
    "Rejection",
    "Result",
    "Segmenter",
    "Selection",
    "Source",
    "SourceError",
    "Span",
    "SpanError",
    "StreamReader",
    "SurrogateError",
    "Toll",
    "VictimRole",
    "Zone",
    "__version__",
    "claim_rows",
    "content_id",
    "digest",
    "discover",
    "extract",
    "hookimpl",
    "link",
    "read_jsonl",
    "record_schema",
    "rows",
    "stories",
]

_HOMES = ("corpuskit.model", "corpuskit.contract", "corpuskit.pipeline")


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'corpuskit' has no attribute {name!r}")
    if name == "__version__":
        from importlib import metadata

        return metadata.version("corpuskit-core")
    from importlib import import_module

    for home in _HOMES:  # from the lowest floor up, so that types load no plugin machinery
        module = import_module(home)
        if name in module.__all__:
            value = globals()[name] = getattr(module, name)
            return value
    raise AttributeError(f"module 'corpuskit' lists {name!r} and does not have it")


def __dir__() -> list[str]:
    return sorted(__all__)
