using System.Globalization;
using System.Text.Json;
using Commonstead.Platform.Web;

namespace Commonstead.Land;

/// <summary>
/// Reads the features of a GeoJSON FeatureCollection (RFC 7946) one by one from a stream, within bounds, without
/// holding the file in memory.
/// </summary>
/// <remarks>
/// Errors of a feature stand with the feature, so that a preview can list them all; an error of the file ends the
/// reading and stands in <see cref="FileError"/>, to be looked at when <see cref="Read"/> has ended.
/// </remarks>
public sealed class LandFeatureReader(Stream stream, LandFeatureLimits? limits = null)
{
    private readonly LandFeatureLimits _limits = limits ?? LandFeatureLimits.Usual;
    private readonly JsonPieces _json = new(
        stream, (limits ?? LandFeatureLimits.Usual).Bytes, (limits ?? LandFeatureLimits.Usual).FeatureBytes);

    private bool _hasFeatures;
    private bool _isCollection;
    private int _number;

    /// <summary>What is wrong with the file as a whole, or null.</summary>
    public GeometryError? FileError { get; private set; }

    /// <summary>Bytes read so far, for progress.</summary>
    public long BytesRead => _json.BytesRead;

    /// <summary>The features, in the order of the file; to be gone through once.</summary>
    public IEnumerable<LandFeature> Read(CancellationToken cancellation = default)
    {
        if (stream.CanSeek && stream.Length - stream.Position > _limits.Bytes)
        {
            Refuse(GeometryErrorKind.TooLarge, FileSize.ToReader(_limits.Bytes));
            yield break;
        }
        while (Guarded(ToFeatures))
        {
            while (NextFeature() is { } feature)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return feature;
            }
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    // Goes on to the start of the features. False at the end of the file, where what must have been there is checked.
    private bool ToFeatures()
    {
        if (!_hasFeatures && !Begin()) return false;
        while (_json.Next() && _json.Token == JsonTokenType.PropertyName)
        {
            switch (_json.Text)
            {
                case "features":
                    if (_hasFeatures || !_json.Next() || _json.Token != JsonTokenType.StartArray)
                        return Refuse(GeometryErrorKind.NotAFeatureCollection, "features");
                    return _hasFeatures = true;
                case "type":
                    using (var type = _json.NextValue())
                    {
                        _isCollection = type!.RootElement.ValueKind == JsonValueKind.String
                            && type.RootElement.ValueEquals("FeatureCollection"u8);
                        if (!_isCollection)
                            return Refuse(GeometryErrorKind.NotAFeatureCollection, type.RootElement.ToString());
                    }
                    break;
                case "crs":
                    using (var crs = _json.NextValue())
                        if (!CoordinateSystem.IsWgs84(crs!.RootElement))
                            return Refuse(GeometryErrorKind.NotWgs84, CoordinateSystem.NameOf(crs.RootElement));
                    break;
                default:
                    _json.NextValue()?.Dispose();
                    break;
            }
        }
        if (_json.Token != JsonTokenType.EndObject || _json.Next())
            return Refuse(GeometryErrorKind.NotJson, "it is cut off.");
        return _hasFeatures && _isCollection
            ? false
            : Refuse(GeometryErrorKind.NotAFeatureCollection, _isCollection ? "features" : "type");
    }

    private bool Begin() =>
        (_json.Next() && _json.Token == JsonTokenType.StartObject)
        || Refuse(GeometryErrorKind.NotAFeatureCollection, _json.Token.ToString());

    private LandFeature? NextFeature()
    {
        LandFeature? feature = null;
        Guarded(() =>
        {
            using var value = _json.NextValue();
            if (value is null) return false;
            if (++_number > _limits.Features)
                return Refuse(GeometryErrorKind.TooManyFeatures, Number(_limits.Features));
            feature = FeatureObject.Read(value.RootElement, _number, _limits);
            return true;
        });
        return feature;
    }

    private bool Guarded(Func<bool> step)
    {
        if (FileError is not null) return false;
        try
        {
            return step();
        }
        catch (RefusedJsonException refused)
        {
            return Refuse(refused.Kind, refused.Message);
        }
        catch (JsonException wrong)
        {
            return Refuse(GeometryErrorKind.NotJson, JsonPieces.WhereWrong(wrong));
        }
        catch (InvalidOperationException)
        {
            // Text that is no UTF-8, or half of a surrogate pair, is found only when it is taken out.
            return Refuse(GeometryErrorKind.NotJson, "a text in it is not UTF-8. Save the file as UTF-8.");
        }
    }

    private bool Refuse(GeometryErrorKind kind, string detail)
    {
        var feature = kind is GeometryErrorKind.FeatureTooLarge or GeometryErrorKind.NotJson && _number > 0
            ? _number + 1
            : 0;
        FileError = new GeometryError(kind, feature, 0, 0, detail);
        return false;
    }
}
