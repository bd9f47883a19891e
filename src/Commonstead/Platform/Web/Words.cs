namespace Commonstead.Platform.Web;

/// <summary>
/// Names the resource files of the interface text. The English (US) text is the key; <c>Words.en-GB.resx</c> holds
/// only what differs there.
/// </summary>
public sealed class Words;
