"""The shared vocabulary: texts, articles and what is found in them, as frozen attrs classes."""

from corpuskit.model.annotation import Annotation, Provenance, several
from corpuskit.model.article import Article, Block, BlockKind, Furniture, Published, Zone
from corpuskit.model.casualty import (
    Casualty,
    CasualtyKind,
    CasualtyScope,
    CasualtyStatus,
    Toll,
    VictimRole,
)
from corpuskit.model.cluster import Claim, ClaimPolicy, Claims, EventCluster, Member
from corpuskit.model.columns import Columns
from corpuskit.model.date import DateMention, DateType, Interval, Precision
from corpuskit.model.entity import Entity, EntityKind
from corpuskit.model.errors import (
    ConfigurationError,
    CorpuskitError,
    DecodingError,
    DependencyCycle,
    EmptySourceError,
    LayerClash,
    LayerMissing,
    LexiconError,
    OutputError,
    PlanError,
    RecordError,
    SourceError,
    SpanError,
    SurrogateError,
)
from corpuskit.model.event import Argument, Event, EventType, Modality, Polarity
from corpuskit.model.failure import Failure
from corpuskit.model.ids import content_id, digest
from corpuskit.model.quotation import Quotation, QuotationMode
from corpuskit.model.record import RECORD_VERSION, record_schema
from corpuskit.model.result import Result
from corpuskit.model.source import Source
from corpuskit.model.span import Span
from corpuskit.model.table import claim_rows, rows

__all__ = [
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
    "Columns",
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
    "Failure",
    "Furniture",
    "Interval",
    "LayerClash",
    "LayerMissing",
    "LexiconError",
    "Member",
    "Modality",
    "OutputError",
    "PlanError",
    "Polarity",
    "Precision",
    "Provenance",
    "Published",
    "Quotation",
    "QuotationMode",
    "RecordError",
    "Result",
    "Source",
    "SourceError",
    "Span",
    "SpanError",
    "SurrogateError",
    "Toll",
    "VictimRole",
    "Zone",
    "claim_rows",
    "content_id",
    "digest",
    "record_schema",
    "rows",
    "several",
]
