namespace Commonstead.Core;

/// <summary>
/// Reads the names behind the ballots: of the candidates, of the election, and whatever else is said of it.
/// </summary>
internal ref struct BltNames(BltText text, bool isByLines, int count)
{
    // The title, and a source and a comment behind it as Wichmann's program writes them.
    private const int MostSaid = 3;

    private BltText _text = text;

    /// <summary>The candidates' names, in their order.</summary>
    public List<string> Candidates { get; } = [];

    /// <summary>The name of the election; empty when the file has none.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Reads to the end of the file.</summary>
    public void Read()
    {
        var said = 0;
        for (_text.SkipBlank(true); !_text.AtEnd; _text.SkipBlank(true))
        {
            if (Candidates.Count < count)
            {
                Candidates.Add(Name());
                continue;
            }

            if (said == MostSaid) throw _text.Wrong("Nothing more is expected behind the names and the title.");
            var line = Name();
            if (said++ == 0) Title = line;
        }

        if (Candidates.Count < count)
            throw _text.Wrong($"There are {count} candidates, but only {Candidates.Count} names.");
    }

    private string Name()
    {
        var name = "";
        while (_text.Current is '"' or '“')
        {
            // A party in quotation marks of its own belongs to the name before it.
            name = $"{name} {_text.Quoted()}".Trim();
            _text.SkipBlank(acrossLines: false);
            if (!isByLines) return Given(name);
        }

        if (name.Length > 0 && !_text.AtLineEnd) throw _text.Wrong("Nothing is expected behind the quotation mark.");
        if (name.Length > 0) return name;
        return Given(isByLines ? _text.Rest() : _text.Word());
    }

    private readonly string Given(string name) => name.Length > 0 ? name : throw _text.Wrong("The name is empty.");
}
