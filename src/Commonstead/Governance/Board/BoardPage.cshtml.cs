using Commonstead.People;
using Commonstead.Platform.Operations;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Governance;

/// <summary>The board today, class by class, with its vacancies and earlier terms.</summary>
public sealed class BoardPageModel(BoardRegister board, BodyNames bodies, IPeople people, Acting acting) : PageModel
{
    private const int MostOthers = 100;
    private const int DaysAhead = 90;

    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>();

    /// <summary>The seats with those who hold them.</summary>
    public IReadOnlyList<SeatedClass> Parts { get; private set; } = [];

    /// <summary>Terms of other days.</summary>
    public IReadOnlyList<SeatedDirector> Others { get; private set; } = [];

    /// <summary>The terms of those who are no longer of the class that elected them.</summary>
    public IReadOnlyList<SeatedDirector> Strayed { get; private set; } = [];

    /// <summary>What a class is called.</summary>
    public string NameOf(string code) => _names.GetValueOrDefault(code, code);

    /// <summary>True when a term ends within three months, so that a successor is to be found.</summary>
    public bool EndsSoon(Directorship term) => term.LastDay <= acting.Today.AddDays(DaysAhead);

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        _names = await bodies.All();
        Parts = await board.Seats(acting.Today);
        Strayed = await board.NoLongerOfTheirClass();
        var others = await board.OtherThan(acting.Today, MostOthers);
        var names = await people.Names([.. others.Select(d => d.Person).Distinct()]);
        Others = others.ConvertAll(d => new SeatedDirector(d, names.GetValueOrDefault(d.Person, "")));
    }
}
