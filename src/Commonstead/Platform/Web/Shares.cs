using Commonstead.Core;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Platform.Web;

/// <summary>Shares that pass a vote, in words and as choices.</summary>
public static class Shares
{
    private static readonly (Threshold Share, string Text)[] _named =
    [
        (Threshold.Majority, "More than half"),
        (new Threshold(3, 5, false), "At least three fifths"),
        (Threshold.TwoThirds, "At least two thirds"),
        (new Threshold(3, 4, false), "At least three quarters"),
        (new Threshold(1, 1, false), "All"),
    ];

    private static readonly (Threshold Share, string Text)[] _parts =
    [
        (new Threshold(1, 20, false), "At least a twentieth"),
        (new Threshold(1, 10, false), "At least a tenth"),
        (new Threshold(1, 5, false), "At least a fifth"),
        (new Threshold(1, 4, false), "At least a quarter"),
        (new Threshold(1, 3, false), "At least a third"),
        (new Threshold(1, 2, false), "At least half"),
    ];

    private static readonly (VoteBase Of, string Text, string Phrase)[] _bases =
    [
        (VoteBase.Cast, "Votes for and against", "of the votes for and against"),
        (VoteBase.Present, "Everyone who takes part, abstentions included", "of everyone who takes part"),
        (VoteBase.Entire, "Everyone entitled to vote", "of everyone entitled to vote"),
    ];

    /// <summary>A share in words, such as “At least two thirds”; the key of its translation.</summary>
    public static Sentence ToReader(this Threshold share)
    {
        var text = _named.Concat(_parts).FirstOrDefault(n => n.Share == share).Text;
        if (text is not null) return new Sentence(text);
        return new Sentence(
            share.IsMoreThan ? "More than {0}" : "At least {0}", $"{share.Numerator}/{share.Denominator}");
    }

    /// <summary>What it is a share of, as words after the share; the key of their translation.</summary>
    public static string ToReader(this VoteBase of) => _bases.First(b => b.Of == of).Phrase;

    /// <summary>Shares that pass something, to choose from, with one that is set already.</summary>
    public static IReadOnlyList<SelectListItem> Choices(IStringLocalizer words, Threshold? present = null) =>
        Items(_named, words, present);

    /// <summary>Shares that have to be there or take part, to choose from, with none first.</summary>
    public static IReadOnlyList<SelectListItem> Parts(IStringLocalizer words, Threshold? present = null) =>
        [new SelectListItem(words["None"], ""), .. Items([.. _parts, .. _named], words, present)];

    /// <summary>What a share is one of, to choose from.</summary>
    public static IReadOnlyList<SelectListItem> Bases(IStringLocalizer words) =>
        [.. _bases.Select(b => new SelectListItem(words[b.Text], b.Of.ToString()))];

    private static List<SelectListItem> Items(
        (Threshold Share, string Text)[] shares, IStringLocalizer words, Threshold? present)
    {
        var items = shares.Select(s => new SelectListItem(words[s.Text], s.Share.ToString())).ToList();
        if (present is { } set && !Array.Exists(shares, s => s.Share == set))
            items.Add(new SelectListItem(set.ToReader().In(words), set.ToString()));
        return items;
    }
}
