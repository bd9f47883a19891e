using Commonstead.Platform.Operations;

namespace Commonstead.Series;

/// <summary>Why a file of figures is not imported, in the order it is looked at.</summary>
public enum ImportSeriesRefusal
{
    /// <summary>The file could not be read whole; there is one refusal for each error.</summary>
    [Says("{0}", Kind = RefusalKind.Input)]
    FileNotRead,

    /// <summary>A table by years says neither when it was published nor when it takes effect.</summary>
    [Says("The file gives years, but not when each was published and took effect. Say so as "
        + "YEAR:PUBLISHED:EFFECTIVE, for example: {0}", Field = "Publications", Kind = RefusalKind.Input)]
    NoPublication,

    /// <summary>A file that is one release does not say when it was published, and nobody else did.</summary>
    [Says("Enter the day the figures were published; look it up at the publisher.",
        Field = nameof(ImportSeriesInput.Published), Kind = RefusalKind.Input)]
    NoPublicationDay,

    /// <summary>Dates are given for a year the file does not have.</summary>
    [Says("Dates are given for {0}, which is not a year of this file. Its years: {1}.",
        Field = "Publications", Kind = RefusalKind.Input)]
    PublicationNotUsed,

    /// <summary>Dates are given twice for one year.</summary>
    [Says("Dates are given twice for {0}. Give each year once.", Field = "Publications", Kind = RefusalKind.Input)]
    PublicationRepeated,

    /// <summary>A series has figures by month and by year, or of another mixture.</summary>
    [Says("{0} mixes figures by {1} with figures by {2}. Put them into series of their own.")]
    MixedPeriods,

    /// <summary>What is published later than today cannot be known.</summary>
    [Says("Release {0} would be published on {1:yyyy-MM-dd}, which is after today. Check the date.",
        Field = nameof(ImportSeriesInput.Published))]
    PublishedInFuture,

    /// <summary>One import brings more releases than a reader could check.</summary>
    [Says("The file holds {0} releases, more than the {1} that one import takes. Split the file.")]
    TooManyReleases,

    /// <summary>The series is known with figures dated another way.</summary>
    [Says("The figures of {0} are dated by {1}, and those in this file by {2}. Import them as another series.")]
    DatedOtherwise,

    /// <summary>The series is known in another unit.</summary>
    [Says("The figures of {0} are in {1}, and those in this file in {2}. Import them as another series.")]
    OtherUnit,

    /// <summary>The release is known with other dates.</summary>
    [Says("Release {1} of {0} is already there, published on {2:yyyy-MM-dd} "
        + "and in effect from {3:yyyy-MM-dd}. A release "
        + "never changes. If those dates were wrong, import the file as a new release, such as {4}.",
            Kind = RefusalKind.Conflict)]
    OtherDates,

    /// <summary>The release is known with other figures.</summary>
    [Says("Release {1} of {0} is already there with other figures. A release never changes, "
        + "since prices may rest on it. "
        + "If this file corrects it, import it as a new release, such as {2}.", Kind = RefusalKind.Conflict)]
    OtherFigures,
}
