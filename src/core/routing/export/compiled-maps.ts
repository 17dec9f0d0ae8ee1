import { PURPOSE, text } from './map-module';
import type { Route } from './routing-map';

/** The values of a route in the order in which all three languages name them. */
function values({ task, provider, model, today }: Route): string {
  return [task, provider, model, today].map(text).join(', ');
}

/** A routing map as a Go package of its own. */
export function goMap(routes: readonly Route[]): string {
  const rows = routes.map(route => `\t${text(route.call)}: {${values(route)}},\n`).join('');
  return `// Package routes: ${PURPOSE}
package routes

// Route is the model of one call. Before is the model before, for comparing and for going back.
type Route struct {
	Task, Provider, Model, Before string
}

// Routes by call.
var Routes = map[string]Route{
${rows}}

// ModelFor gives the model of a call, and whether there is a route for it.
func ModelFor(call string) (string, bool) {
	route, ok := Routes[call]
	return route.Model, ok
}
`;
}

/** A routing map as a Java class, without a package. */
export function javaMap(routes: readonly Route[]): string {
  const rows = routes.map(route => `      Map.entry(${text(route.call)}, new Route(${values(route)}))`).join(',\n');
  return `import java.util.Map;

/** ${PURPOSE} */
public final class Routes {
  /** {@code before}: the model before, for comparing and for going back. */
  public record Route(String task, String provider, String model, String before) {}

  public static final Map<String, Route> ROUTES = Map.ofEntries(
${rows});

  private Routes() {}

  public static String modelFor(String call) {
    return ROUTES.get(call).model();
  }
}
`;
}

/** A routing map as C# classes, without a namespace. */
export function csharpMap(routes: readonly Route[]): string {
  const rows = routes.map(route => `        [${text(route.call)}] = new(${values(route)}),\n`).join('');
  return `// ${PURPOSE}
using System.Collections.Generic;

/// <summary>The model of one call. Before: the model before, for comparing and for going back.</summary>
public sealed record Route(string Task, string Provider, string Model, string Before);

public static class Routes
{
    public static readonly IReadOnlyDictionary<string, Route> ByCall = new Dictionary<string, Route>
    {
${rows}    };

    public static string ModelFor(string call) => ByCall[call].Model;
}
`;
}
