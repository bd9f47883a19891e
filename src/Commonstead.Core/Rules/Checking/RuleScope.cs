namespace Commonstead.Core;

/// <summary>The names defined so far, each once, and the slots their values are kept in.</summary>
internal sealed class RuleScope
{
    private readonly Dictionary<string, RuleSymbol> _symbols = new(StringComparer.Ordinal);

    public int SlotCount { get; private set; } = RuleProgram.AsOfSlot + 1;

    public RuleScope() => _symbols.Add(RuleWords.AsOf, new ValueSymbol(RuleType.Date, RuleProgram.AsOfSlot));

    public int NewSlots(int count)
    {
        var first = SlotCount;
        SlotCount += count;
        return first;
    }

    public void Define(RuleToken name, RuleSymbol symbol)
    {
        if (!_symbols.TryAdd(name.Text, symbol))
            throw new RuleFault(RuleErrorCode.DuplicateName, name.At,
                $"“{name.Text}” is already defined above; expected a new name");
    }

    /// <summary>Keeps a name whose definition was refused, so that its uses are not reported as well.</summary>
    public void DefineRefused(string name) => _symbols.TryAdd(name, new RefusedSymbol());

    public void Forget(RuleToken name) => _symbols.Remove(name.Text);

    public RuleSymbol Find(RuleToken name)
    {
        if (!_symbols.TryGetValue(name.Text, out var symbol))
            throw new RuleFault(RuleErrorCode.UnknownName, name.At,
                $"“{name.Text}” is not defined above{Suggestion(name.Text)}");
        return symbol is RefusedSymbol ? throw new RuleFault(RuleErrorCode.UnknownName, name.At, "") : symbol;
    }

    private string Suggestion(string name)
    {
        const int MostNames = 12;
        var known = _symbols.Keys.Where(known =>
            known[0] == name[0]).Order(StringComparer.Ordinal).Take(MostNames).ToList();
        return known.Count == 0 ? "" : $"; expected one of {string.Join(", ", known)}";
    }
}

/// <summary>What a name stands for.</summary>
internal abstract record RuleSymbol;

/// <summary>A given or a step.</summary>
internal sealed record ValueSymbol(RuleType Type, int Slot) : RuleSymbol;

/// <summary>A series.</summary>
internal sealed record SeriesSymbol(SeriesReference Reference) : RuleSymbol;

/// <summary>The item of a fold, with its fields from a first slot on.</summary>
internal sealed record ItemSymbol(IReadOnlyList<RuleField> Fields, int Slot) : RuleSymbol;

/// <summary>A name whose definition was refused.</summary>
internal sealed record RefusedSymbol : RuleSymbol;
