using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Members;

/// <summary>One member: the entry and its story.</summary>
public sealed class MemberPageModel(MemberRegister members, IPeople people, Acting acting) : PageModel
{
    private IReadOnlyDictionary<PersonId, string> _names = new Dictionary<PersonId, string>();

    /// <summary>The entry.</summary>
    internal Member Member { get; private set; } = null!;

    /// <summary>How it stands.</summary>
    public Status Standing => MemberStanding.Of(Member);

    /// <summary>What its class is called.</summary>
    public string ClassName { get; private set; } = "";

    /// <summary>Who votes.</summary>
    public string VoterName => Member.Voter is { } voter ? NameOf(voter) : "";

    /// <summary>What happened, the latest first.</summary>
    public IReadOnlyList<StoryEntry> Story { get; private set; } = [];

    /// <summary>Whether the reader reads the whole register.</summary>
    public bool IsStaff => acting.Actor.May(MembersPermission.See);

    /// <summary>Whether the reader keeps the register.</summary>
    public bool MayKeep => acting.Actor.May(MembersPermission.Keep);

    /// <summary>Whether the reader records dues.</summary>
    public bool MayKeepDues => acting.Actor.May(MembersPermission.KeepDues);

    /// <summary>Whether there are dues.</summary>
    public bool HasDues { get; private set; }

    /// <summary>Whether the reader may open a person's page.</summary>
    public bool MaySeePeople => acting.Actor.May(PeoplePermission.See);

    /// <summary>Shows the entry; one that was merged leads to the entry kept.</summary>
    public async Task<IActionResult> OnGetAsync(MemberId id)
    {
        if (await members.Member(id) is not { } member) return NotFound();
        Member = member;
        var terms = await members.TermsOn(acting.Today);
        (ClassName, HasDues) = (terms.NameOf(member.Class), terms.Dues is not null);
        var spells = await members.Spells(id);
        PersonId?[] named = [member.Voter, .. spells.Select(s => s.Representative)];
        _names = await people.Names([.. named.OfType<PersonId>().Distinct()]);
        Story = [.. MemberStory.Of(member, spells, terms, NameOf).OrderByDescending(e => e.Date)];
        return Page();
    }

    private string NameOf(PersonId person) => _names.TryGetValue(person, out var name) ? name : person.ToString();
}
