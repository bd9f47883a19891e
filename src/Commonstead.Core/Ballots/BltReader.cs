using System.Globalization;

namespace Commonstead.Core;

/// <summary>
/// Reads ballot files in the BLT form of Hill, Wichmann and Woodall (Algorithm 123, 1987) with what other programs
/// added to it: comments, ballot identities, skipped and equal preferences, nicknames, names without quotation marks,
/// ballots without their closing 0. A paper counts up to its first gap or repeat, and the reader says how many were
/// cut.
/// </summary>
public ref struct BltReader
{
    private const long MostPapers = 1_000_000_000;

    // As many candidates as there are bits to remember them by.
    private const int MostPlain = 64;

    private readonly Dictionary<string, int> _nicknames = new(StringComparer.Ordinal);
    private readonly Dictionary<BltNoteKind, BltNote> _notes = [];
    private readonly PaperSet.Builder _papers = new();
    private readonly List<ushort> _marks = [];
    private readonly int[] _numbers = new int[MostPlain + 2];
    private BltText _text;
    private bool _isByLines;
    private int _closedOn;
    private int _openOn;
    private int _candidates;
    private int _seats;
    private bool[] _withdrawn = [];
    private int[] _seenIn = [];
    private int _ballots;
    private long _total;
    private Lot? _lot;

    private BltReader(ReadOnlySpan<char> text) => _text = new BltText(text);

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">In UTF-8, UTF-16 with a byte order mark, or the Windows encoding of Western Europe.</param>
    /// <exception cref="BltException">The file is not in the form; it says where and what was expected.</exception>
    public static BltFile Read(ReadOnlySpan<byte> bytes) => new BltReader(BltText.Decode(bytes)).Read();

    private BltFile Read()
    {
        ReadHeader();
        while (ReadBallot())
        {
        }

        var names = new BltNames(_text, _isByLines, _candidates);
        names.Read();
        var withdrawn = _withdrawn;
        return new BltFile(
            new Contest(
                names.Title,
                _seats,
                [.. names.Candidates.Select((name, i) => new Candidate(name, withdrawn[i]))],
                _papers.Build()),
            [.. _notes.Values],
            _lot);
    }

    private void ReadHeader()
    {
        _text.SkipBlank(acrossLines: true);
        _candidates = (int)Number("the number of candidates", Contest.MostCandidates);
        _text.SkipBlank(acrossLines: true);
        _seats = (int)Number("the number of seats", Contest.MostCandidates);
        if (_candidates == 0) throw _text.Wrong("There are no candidates.");
        if (_seats == 0) throw _text.Wrong("There are no seats to fill.");
        (_withdrawn, _seenIn) = (new bool[_candidates], new int[_candidates]);
        _text.SkipBlank(acrossLines: false);
        _isByLines = _text.AtLineEnd;
        while (true)
        {
            _text.SkipBlank(acrossLines: true);
            if (_text.Current == '[') ReadOption();
            else if (_text.Current == '-') _withdrawn[Withdrawn()] = true;
            else return;
        }
    }

    private int Withdrawn()
    {
        _text.Skip();
        return CandidateNumber();
    }

    private void ReadOption()
    {
        _text.Skip();
        var name = _text.Word();
        if (name is not ("withdrawn" or "tie" or "nick"))
            throw _text.Wrong($"The option “{name}” is not known; withdrawn, tie and nick are.");
        var order = new List<int>();
        for (_text.SkipBlank(true); _text.Current != ']'; _text.SkipBlank(true))
        {
            if (_text.AtEnd) throw _text.Wrong($"The option “{name}” lacks its closing bracket.");
            if (name == "nick") ReadNickname();
            else order.Add(CandidateNumber());
        }

        _text.Skip();
        if (name == "withdrawn") foreach (var candidate in order) _withdrawn[candidate] = true;
        if (name == "tie") _lot = LotOf(order);
    }

    private void ReadNickname()
    {
        var nickname = _text.Word();
        if (_nicknames.Count == _candidates || !_nicknames.TryAdd(nickname, _nicknames.Count))
            throw _text.Wrong($"The nickname “{nickname}” is one too many, or stands twice.");
    }

    private readonly Lot LotOf(List<int> order)
    {
        if (order.Distinct().Count() == _candidates && order.Count == _candidates) return Lot.Drawn(order);
        throw _text.Wrong("The order of a tie names every candidate once.");
    }

    // False after the 0 that ends the ballots.
    private bool ReadBallot()
    {
        _text.SkipBlank(acrossLines: true);
        if (_isByLines && TakePlainBallot()) return true;
        if (_text.AtEnd || _text.Current is '"' or '“')
            throw _text.Wrong("The ballots end with a 0 by itself, which is missing here.");
        var hasIdentity = _text.Current == '(';
        if (hasIdentity) SkipIdentity();
        var weight = Number("the number of papers marked so", MostPapers);
        if (weight == 0)
        {
            _text.SkipBlank(acrossLines: false);
            if (_isByLines && !_text.AtLineEnd) throw _text.Wrong("The 0 that ends the ballots stands by itself.");
            return false;
        }

        if (hasIdentity && weight != 1)
            throw _text.Wrong("A paper with an identity stands for itself: write 1 after the identity.");
        ReadMarks(weight);
        return true;
    }

    // A ballot as almost all are: its weight, candidates once each, the closing 0. Others are read with care.
    private bool TakePlainBallot()
    {
        var before = _text;
        if (_candidates >= MostPlain || !_text.TakeNumbers(_numbers, out var count)) return false;
        var seen = 0UL;
        _marks.Clear();
        foreach (var number in _numbers.AsSpan(1..Math.Max(1, count - 1)))
        {
            var bit = 1UL << number;
            if (number == 0 || number > _candidates || (seen & bit) != 0) break;
            seen |= bit;
            _marks.Add((ushort)(number - 1));
        }

        if (count > 2 && _numbers[0] > 0 && _marks.Count == count - 2)
        {
            EndLine(ref _closedOn, _openOn);
            Add(_numbers[0], null);
            return true;
        }

        _text = before;
        return false;
    }

    private void SkipIdentity()
    {
        while (_text.Current != ')')
        {
            if (_text.AtLineEnd) throw _text.Wrong("The paper's identity lacks its closing parenthesis.");
            _text.Skip();
        }

        _text.Skip();
        _text.SkipBlank(acrossLines: false);
    }

    private void ReadMarks(long weight)
    {
        _marks.Clear();
        _ballots++;
        var isSkipped = false;
        BltNoteKind? cut = null;
        while (true)
        {
            _text.SkipBlank(acrossLines: !_isByLines);
            if (_text.AtLineEnd)
            {
                EndLine(ref _openOn, _closedOn);
                break;
            }

            if (_text.Current == '-')
            {
                isSkipped = true;
                _text.Skip();
                continue;
            }

            if (_text.Current == '(')
            {
                ReadGroup();
                cut ??= BltNoteKind.CutAtEqual;
                continue;
            }

            if (_text.TakeZero())
            {
                EndBallot();
                break;
            }

            var found = ReadMark(isSkipped, cut is not null);
            cut ??= found;
        }

        Add(weight, cut);
    }

    private void EndBallot()
    {
        if (!_isByLines) return;
        EndLine(ref _closedOn, _openOn);
        _text.SkipBlank(acrossLines: false);
        if (!_text.AtLineEnd)
            throw _text.Wrong("After its closing 0 a ballot ends; write - for a preference that was left out.");
    }

    // A file closes every ballot with 0, or none: else a ballot over two lines would be read as two.
    private readonly void EndLine(ref int mine, int other)
    {
        if (other > 0)
            throw _text.Wrong($"Some ballots end with 0 and some do not (compare line {other}): close each of them.");
        if (mine == 0) mine = _text.Line;
    }

    private BltNoteKind? ReadMark(bool isSkipped, bool isCut)
    {
        var candidate = CandidateNumber();
        _text.SkipBlank(acrossLines: false);
        var isEqual = _text.Current == '=';
        if (isEqual) SkipEquals();
        if (isEqual) return BltNoteKind.CutAtEqual;
        if (isSkipped) return BltNoteKind.CutAtGap;
        if (_seenIn[candidate] == _ballots) return BltNoteKind.CutAtRepeat;
        _seenIn[candidate] = _ballots;
        if (!isCut) _marks.Add((ushort)candidate);
        return null;
    }

    private void SkipEquals()
    {
        while (_text.Current == '=')
        {
            _text.Skip();
            _text.SkipBlank(acrossLines: false);
            CandidateNumber();
            _text.SkipBlank(acrossLines: false);
        }
    }

    // Hill's way of writing equal preferences.
    private void ReadGroup()
    {
        _text.Skip();
        for (_text.SkipBlank(!_isByLines); _text.Current != ')'; _text.SkipBlank(!_isByLines))
        {
            if (_text.AtLineEnd) throw _text.Wrong("Equal preferences lack their closing parenthesis.");
            CandidateNumber();
        }

        _text.Skip();
    }

    private void Add(long weight, BltNoteKind? cut)
    {
        _total += weight;
        if (_total > MostPapers) throw _text.Wrong($"There are more than {MostPapers} papers.");
        if (_marks.Count == 0) cut ??= BltNoteKind.Unmarked;
        if (cut is { } kind)
        {
            var before = _notes.GetValueOrDefault(kind) ?? new BltNote(kind, 0, _text.Line);
            _notes[kind] = before with { Papers = before.Papers + weight };
        }

        _papers.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_marks), weight);
    }

    private long Number(string what, long most)
    {
        if (!_text.TakeNumber(out var number)) throw _text.Wrong($"Here stands {what}, a whole number.");
        if (number > most) throw _text.Wrong(string.Create(CultureInfo.InvariantCulture,
            $"{what} is at most {most}."));
        return number;
    }

    private int CandidateNumber()
    {
        if (_text.TakeNumber(out var number))
        {
            if (number >= 1 && number <= _candidates) return (int)number - 1;
            throw _text.Wrong($"{number} is no candidate's number; there are {_candidates}.");
        }

        var word = _text.Word();
        if (_nicknames.TryGetValue(word, out var candidate)) return candidate;
        throw _text.Wrong($"“{word}” is no candidate; write a number from 1 to {_candidates}.");
    }
}
