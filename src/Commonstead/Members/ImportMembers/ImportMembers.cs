using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Commonstead.Leases;
using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Data;
using Commonstead.Platform.Imports;
using Commonstead.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Members;

/// <summary>A file of members among the trust's documents, with who is who.</summary>
public sealed class ImportMembersInput
{
    /// <summary>The most rows about which somebody has to say who they are.</summary>
    public const int MostChoices = 500;

    /// <summary>SHA-256 of its content.</summary>
    [Required(ErrorMessage = "Choose a file."), RegularExpression("^[0-9a-f]{64}$", ErrorMessage = "Choose a file.")]
    public string Hash { get; set; } = "";

    /// <summary>Who the rows are that may stand in the register already.</summary>
    [MaxLength(MostChoices, ErrorMessage = "More than 500 rows may stand in the register already. Split the file.")]
    public IList<WhoIsRow> Choices { get; set; } = [];
}

/// <summary>Who a row of the file is.</summary>
public sealed class WhoIsRow
{
    /// <summary>The row.</summary>
    public int Row { get; set; }

    /// <summary>A person's id, or <c>new</c>; empty while nobody has said.</summary>
    [StringLength(40, ErrorMessage = "Choose who it is.")]
    public string? Who { get; set; }
}

/// <summary>Why a file of members is not imported.</summary>
public enum ImportMembersRefusal
{
    /// <summary>The file must be there.</summary>
    [Says("The file is no longer there. Choose it again.", Kind = RefusalKind.NotFound)]
    FileGone,

    /// <summary>All or nothing.</summary>
    [Says("Nothing was imported: the file has {0} problems. The first is in row {1}.")]
    FileHasProblems,

    /// <summary>Nobody stands in the register twice by an import.</summary>
    [Says("Nothing was imported: say who {0} in row {1} is.")]
    ChoiceMissing,

    /// <summary>One member, one vote.</summary>
    [Says("Nothing was imported: {0} in row {1} is a member already, with the number {2}.")]
    MemberAlready,

    /// <summary>Two rows cannot be the same person.</summary>
    [Says("Nothing was imported: rows {0} and {1} cannot both be {2}.")]
    SamePersonTwice,

    /// <summary>The leaseholders' class is for those who hold a lease.</summary>
    [Says("Nothing was imported: {0} in row {1} did not hold a lease on the day they joined.")]
    HoldsNoLease,
}

/// <summary>What an import brought.</summary>
/// <param name="Members">How many members.</param>
/// <param name="New">How many of them were not in the register of people.</param>
/// <param name="Hash">SHA-256 of the file.</param>
public sealed record ImportedMembers(int Members, int New, string Hash) : IBulkResult
{
    /// <inheritdoc/>
    public string Attested => string.Create(
        CultureInfo.InvariantCulture, $"{Members} members, {New} of them new, from the file with SHA-256 {Hash}");
}

/// <summary>Enters the members of a CSV file, as found in the paper register: all or none.</summary>
[Needs(MembersPermission.Keep)]
[Does("Members imported")]
public sealed class ImportMembers(
    TrustDb db, Acting acting, MemberFileCheck check, MemberRules rules, MemberRegister register, IPeople people,
    INewPersons newPersons, ILeases leases, RunningImports running) : IOperation<ImportMembersInput, ImportedMembers>
{
    /// <summary>Says in the form that a row is somebody new.</summary>
    internal const string SomebodyNew = "new";

    /// <inheritdoc/>
    public async Task<Outcome<ImportedMembers>> Run(ImportMembersInput input)
    {
        if (await StoredFile.Load(acting, input.Hash) is not { } content) return ImportMembersRefusal.FileGone;
        using var told = running.Begin(acting.Trust, input.Hash);
        var plan = await check.Check(content, (done, all) => told.Tell(0.5 * done / all));
        if (plan.Problems is [var first, ..])
            return new Refusal(ImportMembersRefusal.FileHasProblems, plan.Problems.Count, first.Row);
        var chosen = Chosen(plan, input);
        if (!chosen.IsDone) return Outcome<ImportedMembers>.Refused(chosen.Refusals);
        if (await Conflict(plan, chosen.Value) is { } conflict) return conflict;
        var entries = await people.Entries([.. chosen.Value.Values]);
        var next = await rules.NextNumber();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var (place, row) in plan.Rows.Index())
        {
            Enter(row, chosen.Value.TryGetValue(row.Row, out var person) ? entries[person] : null, next++);
            told.Tell(0.5 + (0.4 * place / plan.Rows.Count));
        }

        db.ChangeTracker.AutoDetectChangesEnabled = true;
        return new ImportedMembers(plan.Rows.Count, plan.Rows.Count - chosen.Value.Count, input.Hash);
    }

    // Who the rows are that are not new.
    private static Outcome<Dictionary<int, PersonId>> Chosen(MemberPlan plan, ImportMembersInput input)
    {
        var said = input.Choices.DistinctBy(c => c.Row).ToDictionary(c => c.Row, c => c.Who ?? "");
        var chosen = new Dictionary<int, PersonId>();
        var rows = new Dictionary<PersonId, int>();
        foreach (var row in plan.Doubtful)
        {
            var who = said.GetValueOrDefault(row.Row, "");
            if (who == SomebodyNew) continue;
            if (!PersonId.TryParse(who, null, out var id) || row.Like.All(e => e.Id != id))
                return new Refusal(ImportMembersRefusal.ChoiceMissing, row.Name, row.Row);
            if (!rows.TryAdd(id, row.Row))
                return new Refusal(ImportMembersRefusal.SamePersonTwice, rows[id], row.Row, row.Name);
            chosen[row.Row] = id;
        }

        return chosen;
    }

    private async Task<Refusal?> Conflict(MemberPlan plan, Dictionary<int, PersonId> chosen)
    {
        var open = new Dictionary<PersonId, (int Number, DateOnly? EndedOn)>();
        await foreach (var member in chosen.Values.Select(id => (PersonId?)id).InRounds(some => db.Set<Member>()
            .Where(m => some.Contains(m.Person)).Select(m => new { m.Person, m.Number, m.EndedOn })))
        {
            if (!open.TryGetValue(member.Person!.Value, out var other) || other.EndedOn is not null)
                open[member.Person.Value] = (member.Number, member.EndedOn);
        }

        var versions = await register.Versions();
        foreach (var row in plan.Rows)
        {
            var isKnown = chosen.TryGetValue(row.Row, out var person);
            if (isKnown && open.TryGetValue(person, out var entry)
                && (entry.EndedOn is not { } ended || ended > row.JoinedOn))
                return new Refusal(ImportMembersRefusal.MemberAlready, row.Name, row.Row, entry.Number);
            if (versions.On(row.JoinedOn).ClassOf(row.Class)?.Basis != ClassBasis.Leaseholders) continue;
            if (!isKnown || !(await leases.EverHeldBy([person])).Any(l => l.On(row.JoinedOn)))
                return new Refusal(ImportMembersRefusal.HoldsNoLease, row.Name, row.Row);
        }

        return null;
    }

    private void Enter(MemberRow row, PersonEntry? known, int number)
    {
        var id = known?.Id ?? newPersons.Enter(new NewPerson(row.GivenName, row.FamilyName)
        {
            BornOn = row.BornOn,
            Email = row.Email,
            Phone = row.Phone,
            Post = row.Address,
        });
        var member = new Member
        {
            Number = number,
            Person = id,
            JoinedOn = row.JoinedOn,
            Origin = MemberOrigin.PaperRegister,
            Shares = row.Shares,
            PaidOnShares = row.PaidOnShares,
        };
        member.Begin(row.Class, null);
        member.Call(known?.Name ?? row.Name, known?.SortName ?? row.SortName);
        db.Add(member);
    }
}
