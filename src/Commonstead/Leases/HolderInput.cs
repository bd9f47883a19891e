using System.ComponentModel.DataAnnotations;
using Commonstead.People;
using Commonstead.Platform.Operations;

namespace Commonstead.Leases;

/// <summary>One leaseholder as a form or a file names them.</summary>
public class HolderInput
{
    /// <summary>The person, when the caller knows their id.</summary>
    public PersonId? Person { get; set; }

    /// <summary>Else their name as it stands in the register of people, or their id.</summary>
    [StringLength(200, ErrorMessage = "The name is longer than 200 characters.")]
    [Display(Name = "Leaseholder")]
    public string? Name { get; set; }

    /// <summary>Their share when held in common: 1/2 or 50%.</summary>
    [StringLength(20, ErrorMessage = "Enter a share such as 1/2 or 50%.")]
    [Display(Name = "Share")]
    public string? Share { get; set; }

    /// <summary>True for a row of a form that was left empty.</summary>
    internal bool IsBlank => Person is null && string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Share);
}

/// <summary>Why named leaseholders are refused.</summary>
public enum HolderRefusal
{
    /// <summary>A lease is somebody's.</summary>
    [Says("Enter at least one leaseholder.", Field = "Holders[0].Name")]
    HolderMissing,

    /// <summary>Leaseholders stand in the register of people.</summary>
    [Says("Nobody in the register of people is called “{0}”. Add them there first.")]
    HolderUnknown,

    /// <summary>A lease must not go to a namesake.</summary>
    [Says("Several people are called “{0}”: {1}. Enter the id of the one you mean.")]
    HolderAmbiguous,

    /// <summary>One person holds once.</summary>
    [Says("{0} is named twice.")]
    HolderTwice,

    /// <summary>In common, each holds a share.</summary>
    [Says("Enter the share of {0}, such as 1/2 or 50%.")]
    ShareMissing,

    /// <summary>Joint holders have no shares.</summary>
    [Says("{0} has a share, but the lease is held jointly. Leave the share out or choose “In common”.")]
    ShareOfJointHolder,

    /// <summary>Shares make up the whole.</summary>
    [Says("The shares do not add up to the whole.", Field = "Holders[0].Share")]
    SharesDoNotAddUp,
}

/// <summary>A leaseholder found in the register of people.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Share">Their share, or null when held jointly.</param>
internal sealed record FoundHolder(PersonId Person, string Name, Share? Share);

/// <summary>Finds the leaseholders that an input names, or says why not.</summary>
internal static class Holders
{
    /// <summary>Finds them among the people looked up beforehand.</summary>
    public static Outcome<IReadOnlyList<FoundHolder>> Find(
        IReadOnlyList<HolderInput> named, Tenancy tenancy,
        IReadOnlyDictionary<string, IReadOnlyList<PersonMatch>> people)
    {
        var found = new List<FoundHolder>();
        for (var i = 0; i < named.Count; i++)
        {
            if (named[i].IsBlank) continue;
            if (Asked(named[i]).Length == 0) return At(i, "Name", HolderRefusal.HolderMissing);
            var matches = people.GetValueOrDefault(Asked(named[i])) ?? [];
            if (matches.Count == 0) return At(i, "Name", HolderRefusal.HolderUnknown, Asked(named[i]));
            if (matches.Count > 1)
                return At(i, "Name", HolderRefusal.HolderAmbiguous, Asked(named[i]), InWords(matches));
            var (person, name, _) = matches[0];
            if (found.Exists(f => f.Person == person)) return At(i, "Name", HolderRefusal.HolderTwice, name);
            var hasShare = Share.TryParse(named[i].Share, out var share);
            if (tenancy == Tenancy.InCommon && !hasShare) return At(i, "Share", HolderRefusal.ShareMissing, name);
            if (tenancy == Tenancy.Joint && !string.IsNullOrWhiteSpace(named[i].Share))
                return At(i, "Share", HolderRefusal.ShareOfJointHolder, name);
            found.Add(new FoundHolder(person, name, hasShare ? share : null));
        }

        if (found.Count == 0) return HolderRefusal.HolderMissing;
        if (tenancy == Tenancy.InCommon && !Share.AddUp([.. found.Select(f => f.Share!.Value)]))
            return HolderRefusal.SharesDoNotAddUp;
        return found;
    }

    /// <summary>What is looked up for a named holder: the id when given, else the name.</summary>
    public static string Asked(HolderInput holder) => holder.Person?.ToString() ?? (holder.Name ?? "").Trim();

    /// <summary>Looks up everyone that holders name, by id or by the whole name.</summary>
    public static Task<IReadOnlyDictionary<string, IReadOnlyList<PersonMatch>>> LookUp(
        IPeople people, IEnumerable<HolderInput> named) =>
        people.Named([.. named.Where(h => !h.IsBlank).Select(Asked).Distinct(StringComparer.Ordinal)]);

    /// <summary>The holders' names on one line, as lists show them.</summary>
    public static string Line(IEnumerable<string> names) => string.Join(", ", names);

    private static string InWords(IEnumerable<PersonMatch> matches) =>
        string.Join("; ", matches.Select(m => $"{m.Name} ({(m.Known.Length > 0 ? m.Known + ", " : "")}{m.Id})"));

    private static Outcome<IReadOnlyList<FoundHolder>> At(
        int row, string field, HolderRefusal code, params object[] figures) =>
        Refusal.At($"Holders[{row}].{field}", code, figures);
}
