using Commonstead.Accounts;
using Commonstead.Platform.Access;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Commonstead.People;

/// <summary>One person: how to reach them, what ties them to the trust, what changed and who looked.</summary>
public sealed class PersonPageModel(
    PeopleRegister people, Ties ties, ChangeHistory history, AccessLog log, IAccounts accounts, PageFrame frame,
    OperationRunner runner, AddContact addContact, ChangeContact changeContact,
    IStringLocalizer<Words> words) : PageModel
{
    private static readonly HashSet<string> _inner = ["id", "person", "version", "search", "sort_name"];

    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>();

    /// <summary>A new way to reach them.</summary>
    [BindProperty]
    public AddContactInput Contact { get; set; } = new();

    /// <summary>A change to one of the ways.</summary>
    [BindProperty]
    public ChangeContactInput Change { get; set; } = new();

    /// <summary>The person.</summary>
    internal Person Person { get; private set; } = null!;

    /// <summary>What ties them to the trust.</summary>
    public IReadOnlyList<PersonTie> Ties { get; private set; } = [];

    /// <summary>What changed in their entry, for those who may correct it.</summary>
    public IReadOnlyList<RecordedChange> Changes { get; private set; } = [];

    /// <summary>Who looked at their data, for those who may correct it.</summary>
    public IReadOnlyList<AccessEntry> Views { get; private set; } = [];

    /// <summary>True while the form for a new way to reach them stands open.</summary>
    public bool IsAddingContact { get; private set; }

    /// <summary>Shows them, or answers that there is nobody; a merged entry leads to the one that is kept.</summary>
    public async Task<IActionResult> OnGetAsync(PersonId id)
    {
        if (await people.Person(id) is not { } person) return NotFound();
        if (person.MergedInto is { } kept) return RedirectPermanent($"/people/{kept}");
        await log.Note(id.Value, "Their page");
        return await Show(person);
    }

    /// <summary>Adds a way to reach them.</summary>
    public async Task<IActionResult> OnPostContactAsync(PersonId id)
    {
        Contact.Person = id;
        IsAddingContact = true;
        if (!this.CanRead(nameof(Contact))) return await people.Person(id) is { } seen ? await Show(seen) : NotFound();
        return await Answer(id, await runner.Run(addContact, Contact, Once.KeyOf(Request)), nameof(Contact));
    }

    /// <summary>Has a way preferred, or ends it.</summary>
    public async Task<IActionResult> OnPostChangeAsync(PersonId id)
    {
        ModelState.Clear();
        return await Answer(id, await runner.Run(changeContact, Change), nameof(Change));
    }

    /// <summary>Who acted, by name.</summary>
    public string NameOf(string actor) => _names.TryGetValue(actor, out var name) ? name : actor;

    /// <summary>What a change was about, in words: each fact, what it was and what it became.</summary>
    internal IEnumerable<string> Wording(RecordedChange change) =>
        history.Told(change, frame.TimeZone).Select(told => words[
            "{0}: {1} → {2}", words[told.Label].Value, Shown(told.Before), Shown(told.After)].Value);

    private object Shown(object? value) => value is null or NamedById ? "–" : Sentence.Shown(value, words);

    private async Task<IActionResult> Answer(PersonId id, Outcome<ContactPointId> outcome, string prefix)
    {
        if (this.Accepts(outcome, prefix)) return Redirect($"/people/{id}");
        return await people.Person(id) is { } person ? await Show(person) : NotFound();
    }

    private async Task<IActionResult> Show(Person person)
    {
        Person = person;
        Ties = await ties.Of(person.Id);
        if (frame.Allows(PeoplePermission.Edit))
        {
            var keys = person.Contacts.Select(c => c.Id.Value).Append(person.Id.Value).ToList();
            Changes = [.. (await history.Of(keys)).Select(Readable).Where(c => c.Columns.Count > 0)];
            Views = await log.Of(person.Id.Value);
            _names = await accounts.Names(
                [.. Changes.Select(c => c.Actor).Concat(Views.Select(v => v.Actor)).Distinct()]);
        }

        return Page();
    }

    private static RecordedChange Readable(RecordedChange change) =>
        change with { Columns = [.. change.Columns.Where(c => !_inner.Contains(c.Name))] };
}
