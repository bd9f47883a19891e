using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Governance;

/// <summary>The form that says how the board is made up.</summary>
public sealed class SetBoardShapeModel(
    OperationRunner runner, BylawBook bylaws, SetBoardShape operation, BodyNames bodies, IStringLocalizer<Words> words)
    : BylawForm<SetBoardShapeInput>(runner, bylaws, operation)
{
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>();

    /// <summary>How seats can be filled.</summary>
    public IReadOnlyList<SelectListItem> Fillings =>
        [.. Enum.GetValues<SeatFilling>().Select(f => new SelectListItem(words[ActTable.FillingOf(f)], f.ToString()))];

    /// <summary>What a class is called.</summary>
    public string NameOf(string code) => _names.GetValueOrDefault(code, code);

    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew)
    {
        _names = await bodies.All();
        if (!isNew) return;
        var (table, classes) = (Bylaws.Rules, await bodies.Classes());
        Input.Source = Bylaws.Source;
        (Input.TermYears, Input.MostTerms) = (table.Board.TermYears, table.Board.MostTerms);
        Input.EntireCountsEmptySeats = table.Board.EntireCountsEmptySeats;
        Input.CountsBack = table.Board.CountsBack;
        (Input.ClearDays, Input.ProxiesEach) = (table.ClearDays, table.ProxiesEach);
        Input.Seats =
        [
            .. classes.Select(c => table.Board.Seats.FirstOrDefault(s => s.Class == c.Code)
                    ?? new BoardSeats(c.Code, 0, SeatFilling.ElectedByMembers))
                .Select(s => new SeatsInput { Class = s.Class, Count = s.Count, Filling = s.Filling }),
        ];
    }
}
