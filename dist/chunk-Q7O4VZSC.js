import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  listOf,
  suggestWord
} from "./chunk-H3FF2RGQ.js";
import {
  parseMetricSelector
} from "./chunk-HU2CD3QW.js";
import {
  DEFAULT_REGRESSION_RULES
} from "./chunk-JHW4SND7.js";
import {
  parser_default
} from "./chunk-M3TBPBE2.js";
import {
  formatDuration,
  parseByteRate,
  parseDuration,
  parseRate,
  parseRatio,
  parseSize
} from "./chunk-BRFOQZPS.js";
import {
  parseTemplate
} from "./chunk-IW22IME3.js";
import {
  messageOf
} from "./chunk-WYDHRVNK.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-5PVW3TJC.js";

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar2(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias2;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap2;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar2;
    exports.isSeq = isSeq2;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key, node, visitor, path) {
      const ctrl = callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = visit_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path) {
      const ctrl = await callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node, visitor, path) {
      if (typeof visitor === "function")
        return visitor(key, node, path);
      if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
      if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
      if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
      if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
      return void 0;
    }
    function replaceNode(key, path, node) {
      const parent = path[path.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit.visit(doc, {
            Node: (_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count)
            count = c;
        }
        return count;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path, value) {
      let v = value;
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path, value) {
        if (isEmptyPath(path))
          this.add(value);
        else {
          const [key, ...rest] = path;
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text.length <= endStep)
        return text;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text;
      if (onFold)
        onFold();
      let res = text.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text.length;
        if (fold === 0)
          res = `
${indent}${text.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text[fold]}\\`;
          res += `
${indent}${text.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text[++i];
        } else {
          do {
            ch = text[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text[start];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema);
        if (identity.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair of this.items) {
          let key, value;
          if (identity.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key, ctx);
          } else {
            key = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (identity.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int = require_int2();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path) {
        if (Collection.isEmptyPath(path))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "…" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "…";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "…\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep + cb;
              sep = "";
              break;
            }
            case "newline":
              if (comment)
                sep += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap2 = fc.start.source === "{";
      const fcName = isMap2 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap2 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap2 && !sep && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap2 && !props.found && ctx.options.strict) {
              if (sep)
                for (const st of sep) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap2) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap2 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep === " ")
            sep = "\n";
          else if (!prevMoreIndented && sep === "\n")
            sep = "\n\n";
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep === "\n")
            value += "\n";
          else
            sep = "\n";
        } else {
          value += sep + content;
          sep = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
      return lines;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep = " ";
      let pos = line.lastIndex;
      while (match = line.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep === "\n")
            res += sep;
          else
            sep = "\n";
        } else {
          res += sep + lm;
          sep = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "",
      // Unicode next line
      _: " ",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key, sep, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep)
        for (const st of sep)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path) => {
      let item = cst;
      for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path) => {
      const parent = visit.itemAtPath(cst, path.slice(0, -1));
      const field = path[path.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path, item, visitor) {
      let ctrl = visitor(item, path);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
    }
    exports.visit = visit;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar2 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar2;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer3 = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote2 = this.charAt(0);
        let end = this.buffer.indexOf(quote2, this.pos + 1);
        if (quote2 === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer3;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter2 = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter2;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list, type) {
      for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list) {
      for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep;
          if (scalar.end) {
            sep = scalar.end;
            sep.push(this.sourceToken);
            delete scalar.end;
          } else
            sep = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep = it.sep;
                  sep.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep = fc.end.splice(1, fc.end.length);
            sep.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument2(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports.parse = parse;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument2;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit.visit;
    exports.visitAsync = visit.visitAsync;
  }
});

// src/config/issue-list.ts
var MOST_SHOWN = 100;
function createIssueList() {
  const issues = [];
  const add = (severity, at, rest) => {
    const { suggestion, code, message } = rest;
    issues.push({
      file: at.file,
      line: at.line,
      column: at.column,
      code,
      severity,
      message,
      ...suggestion === void 0 ? {} : { suggestion }
    });
  };
  return {
    error: (at, code, message, suggestion) => add("error", at, { code, message, suggestion }),
    warn: (at, code, message, suggestion) => add("warning", at, { code, message, suggestion }),
    get hasErrors() {
      return issues.some((issue) => issue.severity === "error");
    },
    has: (code) => issues.some((issue) => issue.code === code),
    sorted: () => capIssues(withoutEchoes(issues))
  };
}
var SPOILING = /* @__PURE__ */ new Set(["yaml", "type", "unit", "value", "env", "unknown-key", "not-available-yet"]);
function withoutEchoes(issues) {
  const seen = /* @__PURE__ */ new Set();
  const spoiled = /* @__PURE__ */ new Set();
  const kept = issues.filter((issue) => {
    const place = `${issue.file}
${issue.line}:${issue.column}`;
    const key = `${place}
${issue.severity}
${issue.message}`;
    if (seen.has(key) || spoiled.has(place)) return false;
    seen.add(key);
    if (issue.file !== "--set" && SPOILING.has(issue.code)) spoiled.add(place);
    return true;
  });
  return kept.sort((left, right) => compareFiles(left.file, right.file) || left.line - right.line || left.column - right.column);
}
function compareFiles(left, right) {
  if (left === right) return 0;
  if (left === "--set" || right === "--set") return left === "--set" ? -1 : 1;
  return left < right ? -1 : 1;
}
function capIssues(issues) {
  const last = issues[MOST_SHOWN - 1];
  if (issues.length <= MOST_SHOWN || last === void 0) return issues;
  const left = issues.slice(MOST_SHOWN);
  const severity = left.some((issue) => issue.severity === "error") ? "error" : "warning";
  const { file, line, column } = last;
  return [...issues.slice(0, MOST_SHOWN), { file, line, column, code: "more", severity, message: `and ${left.length} more` }];
}

// src/config/parse-yaml.ts
var import_yaml4 = __toESM(require_dist(), 1);

// src/config/convert-document.ts
var import_yaml = __toESM(require_dist(), 1);

// src/config/source-tree.ts
function joinPointer(parent, part) {
  return `${parent}/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
function findPlace(tree, pointer) {
  for (let rest = pointer; ; rest = rest.slice(0, rest.lastIndexOf("/"))) {
    const place = tree.places.get(rest);
    if (place) return place;
    if (rest === "") break;
  }
  const start = { file: tree.file, line: 1, column: 1 };
  return { value: start, key: start };
}
function isMap(value) {
  return typeof value === "object" && value !== null && !isList(value);
}
function isList(value) {
  return Array.isArray(value);
}
function valueAt(value, key) {
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}

// src/config/convert-document.ts
var MOST_VALUES = 2e5;
var MOST_DEPTH = 64;
function convertDocument(document, options) {
  const conversion = { ...options, places: /* @__PURE__ */ new Map(), anchors: /* @__PURE__ */ new Map(), open: /* @__PURE__ */ new Set(), values: 0 };
  const { contents } = document;
  const start = { file: options.file, line: 1, column: 1 };
  if (contents === null) {
    options.issues.error(start, "empty", "the file is empty");
    return void 0;
  }
  const root = convertNode(conversion, contents, "", 0);
  if (root === void 0) return void 0;
  const at = placeOf(conversion, contents) ?? start;
  conversion.places.set("", { value: at, key: at });
  return { file: options.file, root, places: conversion.places, rawTexts: /* @__PURE__ */ new Map() };
}
function placeOf(conversion, node) {
  if (!(0, import_yaml.isAlias)(node) && !(0, import_yaml.isScalar)(node) && !(0, import_yaml.isMap)(node) && !(0, import_yaml.isSeq)(node)) return void 0;
  return node.range ? conversion.position(node.range[0]) : void 0;
}
function refuse(conversion, node, code, message) {
  conversion.issues.error(placeOf(conversion, node) ?? { file: conversion.file, line: 1, column: 1 }, code, message);
}
function convertNode(conversion, node, pointer, depth) {
  if (++conversion.values > MOST_VALUES)
    return refuse(conversion, node, "too-large", `the file expands to more than ${MOST_VALUES} values`);
  if (depth > MOST_DEPTH) return refuse(conversion, node, "too-large", `the file is nested more than ${MOST_DEPTH} deep`);
  if (node === null) return null;
  if ((0, import_yaml.isAlias)(node)) return convertAlias(conversion, node.source, { node, pointer, depth });
  if (((0, import_yaml.isScalar)(node) || (0, import_yaml.isMap)(node) || (0, import_yaml.isSeq)(node)) && node.anchor !== void 0) conversion.anchors.set(node.anchor, node);
  if ((0, import_yaml.isScalar)(node)) return convertScalar(conversion, node);
  if ((0, import_yaml.isSeq)(node)) return whileOpen(conversion, node, () => convertList(conversion, node.items, pointer, depth));
  if ((0, import_yaml.isMap)(node)) return whileOpen(conversion, node, () => convertMap(conversion, node, pointer, depth));
  return refuse(conversion, node, "yaml", "this is not a value");
}
function whileOpen(conversion, node, convert) {
  conversion.open.add(node);
  const value = convert();
  conversion.open.delete(node);
  return value;
}
function convertAlias(conversion, source, where) {
  const target = conversion.anchors.get(source);
  if (!target || conversion.open.has(target)) {
    const reason = target ? "stands inside its own anchor" : "names no anchor before it; a text that begins with * must be quoted";
    refuse(conversion, where.node, "yaml", `the alias *${source} ${reason}`);
    return null;
  }
  return convertNode(conversion, target, where.pointer, where.depth + 1);
}
function convertScalar(conversion, node) {
  const { value } = node;
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) {
    if (!Number.isInteger(value) || Number.isSafeInteger(value) || !/^[-+]?\d+$/.test(node.source ?? "")) return value;
    refuse(conversion, node, "value", `${(node.source ?? "").slice(0, 40)} is too large to be kept exactly; quote it`);
  } else
    refuse(
      conversion,
      node,
      "value",
      typeof value === "number" ? "infinity and NaN are not numbers that a file can hold" : "this kind of value is not supported; quote it"
    );
  return null;
}
function convertList(conversion, items, pointer, depth) {
  const values = [];
  for (const [index, item] of items.entries()) {
    const at = placeOf(conversion, item);
    const itemPointer = joinPointer(pointer, index);
    if (at) conversion.places.set(itemPointer, { value: at, key: at });
    const value = convertNode(conversion, item, itemPointer, depth + 1);
    if (value === void 0) return void 0;
    values.push(value);
  }
  return values;
}
function convertMap(conversion, node, pointer, depth) {
  const entries = /* @__PURE__ */ new Map();
  const merged = [];
  for (const pair of node.items) {
    const key = readKey(conversion, pair);
    if (key === void 0) return void 0;
    const keyAt = placeOf(conversion, pair.key) ?? conversion.position(0);
    if (entries.has(key)) {
      const first = conversion.places.get(joinPointer(pointer, key))?.key;
      conversion.issues.error(keyAt, "duplicate", `the key ${key} is already there${first ? ` on line ${first.line}` : ""}`);
      continue;
    }
    const entryPointer = joinPointer(pointer, key);
    conversion.places.set(entryPointer, { key: keyAt, value: placeOf(conversion, pair.value) ?? keyAt });
    const value = convertNode(conversion, pair.value, entryPointer, depth + 1);
    if (value === void 0) return void 0;
    if (key === "<<" && (isMap(value) || isList(value))) merged.push(...mergeEntries(value));
    else entries.set(key, value);
  }
  for (const [key, value] of merged) if (!entries.has(key)) entries.set(key, value);
  return Object.fromEntries(entries);
}
function mergeEntries(value) {
  if (isList(value)) return value.flatMap(mergeEntries);
  return isMap(value) ? Object.entries(value) : [];
}
function readKey(conversion, pair) {
  if (!(0, import_yaml.isScalar)(pair.key))
    return refuse(
      conversion,
      pair.key,
      "yaml",
      (0, import_yaml.isAlias)(pair.key) ? `*${pair.key.source} must be quoted: an unquoted * is an alias in YAML` : "a key must be a text"
    );
  const { value, source } = pair.key;
  if (typeof value === "string") return value;
  return source ?? (typeof value === "number" || typeof value === "boolean" ? String(value) : "");
}

// src/config/explain-yaml-error.ts
var import_yaml3 = __toESM(require_dist(), 1);

// src/config/measure-yaml.ts
var import_yaml2 = __toESM(require_dist(), 1);
var MOST_TOKENS = 25e4;
var MOST_FLOW_DEPTH = 64;
function findExcess(text) {
  let offset = 0;
  let tokens = 0;
  let depth = 0;
  for (const token of new import_yaml2.Lexer().lex(text)) {
    tokens++;
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth = Math.max(0, depth - 1);
    if (depth > MOST_FLOW_DEPTH) return { offset, message: `brackets are nested more than ${MOST_FLOW_DEPTH} deep` };
    if (tokens > MOST_TOKENS)
      return { offset, message: `the file has more than ${MOST_TOKENS} YAML tokens; move data into a file of its own` };
    if (!isMarker(token)) offset += token.length;
  }
  return void 0;
}
function isMarker(token) {
  return token === "" || token === "" || token === "";
}

// src/config/explain-yaml-error.ts
function explainYamlError(text, error) {
  const offset = error.pos[0];
  const lineStart = text.lastIndexOf("\n", Math.max(0, offset - 1)) + 1;
  const lineEnd = text.indexOf("\n", offset);
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
  return explainOpenQuote(text, error) ?? explainPlaceholder(text, offset) ?? explainStar(line, lineStart) ?? explainByCode(error) ?? { offset, message: plainWords(error.message), suggestion: void 0 };
}
function explainOpenQuote(text, error) {
  if (!error.message.startsWith("Missing closing") || !error.message.endsWith("quote")) return void 0;
  let offset = error.pos[0];
  let at = 0;
  for (const token of new import_yaml3.Lexer().lex(text)) {
    if (token.startsWith('"') || token.startsWith("'")) offset = at;
    if (!isMarker(token)) at += token.length;
  }
  return { offset, message: "the quote is not closed", suggestion: void 0 };
}
function explainPlaceholder(text, offset) {
  const brace = text[offset] === "{" ? offset : text.lastIndexOf("{", offset);
  if (brace < 1 || text[brace - 1] !== "$" || text.slice(brace, offset).includes("\n")) return void 0;
  let start = brace - 1;
  while (start > 0 && !/[\s,[{]/.test(text[start - 1] ?? " ")) start--;
  const end = text.indexOf("}", brace);
  const value = text.slice(start, end === -1 ? brace + 1 : end + 1);
  return { offset: start, message: "inside { } and [ ] a value with ${ must be quoted", suggestion: `"${value.slice(0, 80)}"` };
}
function explainStar(line, lineStart) {
  const match = /(^|[{,[]|\s)(\*[^\s:,{}[\]]*)\s*(:|,|\]|$)/.exec(line);
  if (match?.[2] === void 0) return void 0;
  const offset = lineStart + match.index + (match[1]?.length ?? 0);
  return { offset, message: `${match[2]} must be quoted: an unquoted * is an alias in YAML`, suggestion: `"${match[2]}"` };
}
function explainByCode(error) {
  const offset = error.pos[0];
  switch (error.code) {
    case "TAB_AS_INDENT":
      return { offset, message: "a tab is not allowed as indentation", suggestion: "use spaces" };
    case "BAD_SCALAR_START":
      return { offset, message: plainWords(error.message), suggestion: "quote the value" };
    case "BLOCK_AS_IMPLICIT_KEY":
      return {
        offset,
        message: "a value with a colon and a space must be quoted, and a map begins on a line of its own",
        suggestion: "quote the value"
      };
    case "MULTIPLE_DOCS":
      return { offset, message: "the file holds more than one YAML document", suggestion: "remove the line ---" };
    default:
      return void 0;
  }
}
function plainWords(message) {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, "");
}

// src/config/parse-yaml.ts
var MOST_CHARACTERS = 2e6;
var CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
function parseYaml(file, text, issues) {
  const start = { file, line: 1, column: 1 };
  if (text.length > MOST_CHARACTERS) {
    issues.error(
      start,
      "too-large",
      `the file has ${text.length} characters, ${MOST_CHARACTERS} is the limit`,
      "move data into a file of its own: data: { name: { file: rows.csv } }"
    );
    return void 0;
  }
  const control = CONTROL_CHARACTER.exec(text);
  if (control) {
    const code = (text.codePointAt(control.index) ?? 0).toString(16).padStart(4, "0").toUpperCase();
    issues.error(
      positionAt(file, text, control.index),
      "yaml",
      `the control character U+${code} is not allowed`,
      "remove it; is this a text file?"
    );
    return void 0;
  }
  const excess = findExcess(text);
  if (excess) {
    issues.error(positionAt(file, text, excess.offset), "too-large", excess.message);
    return void 0;
  }
  return parseChecked(file, text, issues);
}
function parseChecked(file, text, issues) {
  const lines = new import_yaml4.LineCounter();
  let document;
  try {
    document = (0, import_yaml4.parseDocument)(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false, logLevel: "error" });
  } catch (thrown) {
    issues.error(
      { file, line: 1, column: 1 },
      "yaml",
      `the file cannot be parsed: ${thrown instanceof RangeError ? "it is nested too deeply" : "the YAML parser failed"}`
    );
    return void 0;
  }
  const position = (offset) => {
    const { line, col } = lines.linePos(Math.max(0, offset));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [first] = document.errors;
  if (first) {
    const { offset, message, suggestion } = explainYamlError(text, first);
    issues.error(position(offset), "yaml", message, suggestion);
    return void 0;
  }
  for (const warning of document.warnings)
    issues.error(position(warning.pos[0]), "yaml", lowerFirst(warning.message), "remove the tag, or quote the text");
  return convertDocument(document, { file, position, issues });
}
function positionAt(file, text, offset) {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf("\n");
  return { file, line: before.split("\n").length, column: offset - lastBreak };
}
function lowerFirst(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

// src/config/apply-sets.ts
var SET_POSITION = { file: "--set", line: 1, column: 1 };
var SET_PLACE = { value: SET_POSITION, key: SET_POSITION };
var IMPLIED_MAPS = ["http"];
function applySets(tree, sets, issues) {
  let current = tree;
  for (const { path, value } of sets) {
    const parsed = parseValue(value, path, issues);
    if (parsed === void 0) continue;
    const pointer = { value: "" };
    const root = setValue(current.root, path.split("."), { value: parsed.value, path, pointer, issues });
    if (root === void 0) continue;
    const places = new Map([...current.places].filter(([key]) => key !== pointer.value && !key.startsWith(`${pointer.value}/`)));
    places.set(pointer.value, SET_PLACE);
    current = { ...current, root, places };
  }
  return current;
}
function parseValue(text, path, issues) {
  if (text.trim() === "") return { value: "" };
  const own = createIssueList();
  const tree = parseYaml("--set", text, own);
  const [first] = own.sorted();
  if (tree && !first) return { value: tree.root };
  issues.error(SET_POSITION, "set", `--set ${path}: ${first?.message ?? "the value is not YAML"}`, "quote the value");
  return void 0;
}
function setValue(parent, parts, setting) {
  const [part = "", ...rest] = parts;
  if (isList(parent)) {
    const index = findItem(parent, part);
    if (part === "phases" && index < 0 && rest.length > 0) return setValue(parent, rest, setting);
    const item = parent[index];
    if (item === void 0) return refuse2(part, itemNames(parent), setting);
    setting.pointer.value = joinPointer(setting.pointer.value, index);
    const changed2 = rest.length === 0 ? setting.value : setValue(item, rest, setting);
    return changed2 === void 0 ? void 0 : parent.with(index, changed2);
  }
  if (!isMap(parent)) return refuse2(part, [], setting);
  const { key, after } = longestKey(parent, parts) ?? { key: part, after: rest };
  const isRoot = setting.pointer.value === "";
  setting.pointer.value = joinPointer(setting.pointer.value, key);
  const child = Object.hasOwn(parent, key) ? parent[key] : void 0;
  if (key === "" || after.length > 0 && child === void 0 && !(isRoot && IMPLIED_MAPS.includes(key)))
    return refuse2(part, Object.keys(parent), setting);
  const changed = after.length === 0 ? setting.value : setValue(child ?? {}, after, setting);
  return changed === void 0 ? void 0 : Object.fromEntries([...Object.entries(parent), [key, changed]]);
}
function longestKey(parent, parts) {
  for (let length = Math.min(parts.length, 20); length > 0; length--) {
    const key = parts.slice(0, length).join(".");
    if (Object.hasOwn(parent, key)) return { key, after: parts.slice(length) };
  }
  return void 0;
}
function findItem(items, part) {
  const byName = items.findIndex((item) => isMap(item) && Object.hasOwn(item, "name") && item["name"] === part);
  if (byName >= 0) return byName;
  if (/^\d{1,6}$/.test(part)) return Number(part);
  const position = /^phase-(\d{1,6})$/.exec(part)?.[1];
  return position === void 0 ? -1 : Number(position) - 1;
}
function itemNames(items) {
  return items.map((item, index) => isMap(item) && typeof item["name"] === "string" ? item["name"] : String(index));
}
function refuse2(part, words, setting) {
  const nearest = suggestWord(part, words);
  const suggestion = nearest ?? (words.length > 0 ? `one of ${words.slice(0, 8).join(", ")}` : void 0);
  setting.issues.error(
    SET_POSITION,
    "set",
    `--set ${setting.path}: there is no ${part === "" ? "empty name" : part} in the file`,
    suggestion
  );
}

// src/config/cursor.ts
function rootOf(tree) {
  return { tree, pointer: "", value: tree.root };
}
function childOf(cursor, key) {
  const value = valueAt(cursor?.value, key);
  return cursor === void 0 || value === void 0 ? void 0 : { tree: cursor.tree, pointer: joinPointer(cursor.pointer, key), value };
}
function entriesOf(cursor) {
  if (cursor === void 0 || !isMap(cursor.value)) return [];
  const { tree, pointer } = cursor;
  return Object.entries(cursor.value).map(([key, value]) => [key, { tree, pointer: joinPointer(pointer, key), value }]);
}
function itemsOf(cursor) {
  if (cursor === void 0 || !isList(cursor.value)) return [];
  const { tree, pointer } = cursor;
  return cursor.value.map((value, index) => ({ tree, pointer: joinPointer(pointer, index), value }));
}
function positionOf(cursor) {
  return findPlace(cursor.tree, cursor.pointer).value;
}
function keyPositionOf(cursor) {
  return findPlace(cursor.tree, cursor.pointer).key;
}
function textOf(cursor) {
  const value = cursor?.value;
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : void 0;
}
function rawTextOf(cursor) {
  return cursor === void 0 ? void 0 : cursor.tree.rawTexts.get(cursor.pointer) ?? textOf(cursor);
}
function textsOf(cursor) {
  return itemsOf(cursor).flatMap((item) => textOf(item) ?? []);
}
function numberOf(cursor) {
  return typeof cursor?.value === "number" ? cursor.value : void 0;
}
function booleanOf(cursor) {
  return typeof cursor?.value === "boolean" ? cursor.value : void 0;
}
function quantityOf(cursor, parse) {
  return typeof cursor?.value === "string" ? parse(cursor.value) : void 0;
}

// src/config/build-context.ts
function readDuration(cursor, key, context) {
  const child = childOf(cursor, key);
  const durationMs = quantityOf(child, parseDuration);
  if (child && durationMs === 0) context.issues.error(positionOf(child), "range", `${key} must be more than 0`);
  return durationMs;
}
function readFilePath(cursor, key, context) {
  const child = childOf(cursor, key);
  if (typeof child?.value !== "string") return void 0;
  const { files, file } = context.source;
  const path = files.resolve(file, child.value);
  const size = files.size(path);
  if (typeof size === "number") return { path, size };
  context.issues.error(positionOf(child), "file", `${child.value} cannot be read: ${size.error}`);
  return void 0;
}

// src/config/read-percentiles.ts
function readPercentiles(row, issues) {
  const first = /* @__PURE__ */ new Map();
  for (const [key, value] of entriesOf(row)) {
    const percentile = /^p\d{1,2}(?:\.\d{1,4})?$/.test(key) ? Number(key.slice(1)) : 0;
    if (percentile === 0) continue;
    const known = first.get(percentile);
    if (known) issues.error(keyPositionOf(value), "duplicate", `${key} is ${known.key}, which is there already`);
    else first.set(percentile, { key, percentile, value });
  }
  return [...first.values()];
}

// src/config/build-baseline-values.ts
function buildBaselineValues(cursor, issues) {
  return entriesOf(cursor).flatMap(
    ([endpoint, row]) => readPercentiles(row, issues).flatMap(({ percentile, key, value }) => {
      const ms = quantityOf(value, parseDuration);
      if (ms === void 0) return [];
      const us = Math.round(ms * 1e6) / 1e3;
      if (us > 0) return [{ endpoint, percentile, us, at: keyPositionOf(row) }];
      issues.error(positionOf(value), "range", `${key} must be more than 0`);
      return [];
    })
  );
}

// src/config/check-json-path.ts
function checkJsonPath(path) {
  try {
    parser_default(path);
    return void 0;
  } catch (thrown) {
    const column = columnOf(thrown);
    return `${path} is not a JSONPath as in RFC 9535${column === void 0 ? "" : `; it is wrong at character ${column}`}`;
  }
}
function columnOf(thrown) {
  if (typeof thrown !== "object" || thrown === null || !("location" in thrown)) return void 0;
  const { location } = thrown;
  if (typeof location !== "object" || location === null || !("start" in location)) return void 0;
  const { start } = location;
  return typeof start === "object" && start !== null && "column" in start && typeof start.column === "number" ? start.column : void 0;
}

// src/config/parse-regex.ts
function parseRegex(text) {
  const [, source, flags = ""] = /^\/(.+)\/([a-z]*)$/s.exec(text) ?? [];
  if (source === void 0 || /[^dgimsuvy]/.test(flags)) return void 0;
  if (/[^imsu]/.test(flags)) return { ok: false, error: `the flags of ${text} are not among i, m, s and u` };
  return compileRegex(source, flags);
}
function compileRegex(source, flags) {
  try {
    return { ok: true, source, flags: new RegExp(source, flags).flags };
  } catch (thrown) {
    return { ok: false, error: lowerFirst2(messageOf(thrown)) };
  }
}
function lowerFirst2(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

// src/config/build-expectations.ts
var SUCCESS = { from: 200, to: 299 };
function buildExpectations(cursor, context) {
  const status = childOf(cursor, "status");
  return {
    status: status ? (isList(status.value) ? itemsOf(status) : [status]).flatMap((item) => parseStatus(textOf(item) ?? "") ?? []) : [SUCCESS],
    headers: entriesOf(childOf(cursor, "header")).map(([name, value]) => ({ name, value: buildMatcher(value, context) })),
    body: buildBodyExpectations(childOf(cursor, "body"), context),
    json: entriesOf(childOf(cursor, "json")).map(([path, test]) => buildJsonExpectation(path, test, context)),
    maxSizeBytes: quantityOf(childOf(cursor, "max_size"), parseSize)
  };
}
function parseStatus(text) {
  const [, digit, rest] = /^([1-5])(xx|\d\d)$/.exec(text) ?? [];
  if (digit === void 0) return void 0;
  const from = rest === "xx" ? Number(digit) * 100 : Number(text);
  return { from, to: rest === "xx" ? from + 99 : from };
}
function buildMatcher(cursor, context) {
  const text = textOf(cursor) ?? "";
  const regex = readRegex(cursor, context);
  return regex ? { kind: "regex", ...regex } : { kind: "literal", text };
}
function readRegex(cursor, context) {
  if (typeof cursor?.value !== "string") return void 0;
  const regex = parseRegex(cursor.value);
  if (regex?.ok === false) context.issues.error(positionOf(cursor), "regex", regex.error);
  return regex?.ok === true ? { source: regex.source, flags: regex.flags } : void 0;
}
function buildBodyExpectations(cursor, context) {
  return entriesOf(cursor).flatMap(([kind, value]) => {
    const text = textOf(value) ?? "";
    if (kind === "contains" || kind === "equals") return [{ kind, text }];
    const regex = kind === "matches" ? requireRegex(value, context) : void 0;
    return regex ? [{ kind: "matches", ...regex }] : [];
  });
}
function requireRegex(cursor, context) {
  const text = textOf(cursor) ?? "";
  if (parseRegex(text) === void 0)
    context.issues.error(
      positionOf(cursor),
      "regex",
      `expected a regular expression between slashes, not \`${text.slice(0, 80)}\``,
      `/${text.slice(0, 80)}/`
    );
  return readRegex(cursor, context);
}
function buildJsonExpectation(path, test, context) {
  const error = checkJsonPath(path);
  if (error !== void 0) context.issues.error(keyPositionOf(test), "json-path", error, path.startsWith("$") ? void 0 : `$.${path}`);
  return { path, test: buildJsonTest(test, context) };
}
function buildJsonTest(cursor, context) {
  if (!isMap(cursor.value)) {
    const regex2 = readRegex(cursor, context);
    return regex2 ? { matches: regex2 } : { equals: cursor.value };
  }
  const matches = childOf(cursor, "matches");
  const regex = matches && requireRegex(matches, context);
  const equals = childOf(cursor, "equals");
  const numbers = {
    min: numberOf(childOf(cursor, "min")),
    max: numberOf(childOf(cursor, "max")),
    minLength: numberOf(childOf(cursor, "min_length"))
  };
  const exists = booleanOf(childOf(cursor, "exists"));
  if (numbers.min !== void 0 && numbers.max !== void 0 && numbers.min > numbers.max) {
    context.issues.error(positionOf(cursor), "range", `min ${numbers.min} is more than max ${numbers.max}: nothing can pass`);
  }
  return {
    ...equals ? { equals: equals.value } : {},
    ...regex ? { matches: regex } : {},
    ...numbers.min === void 0 ? {} : { min: numbers.min },
    ...numbers.max === void 0 ? {} : { max: numbers.max },
    ...numbers.minLength === void 0 ? {} : { minLength: numbers.minLength },
    ...exists === void 0 ? {} : { exists }
  };
}

// src/config/build-limits.ts
function buildLimits(row) {
  return entriesOf(row).flatMap(([key, value]) => key === "status" ? buildStatusLimits(value) : buildLimit(key, value) ?? []);
}
function buildLimit(key, value) {
  const reading = readingOf(key);
  return reading && readLimit(key, value, reading);
}
function buildErrorRate(value) {
  return compare(textOf(value) ?? "", parseRatio, "<=");
}
function buildStatusLimits(status) {
  const limits = entriesOf(status).flatMap(([code, value]) => {
    const range = parseStatus(code);
    const reading = range && { metric: { kind: "status", ...range }, parse: parseCount, natural: ">=" };
    return (reading && readLimit(`status ${code}`, value, reading)) ?? [];
  });
  return limits.sort((left, right) => left.at.line - right.at.line || left.at.column - right.at.column);
}
function readLimit(key, cursor, reading) {
  const text = textOf(cursor) ?? "";
  const limit = compare(text, reading.parse, reading.natural);
  return limit && { metric: reading.metric, ...limit, text: `${key}: ${text}`, at: keyPositionOf(cursor) };
}
function compare(text, parse, natural) {
  const [, sign, quantity = ""] = /^(?:(<=|>=|==|!=|<|>) *)?(\S+)$/.exec(text) ?? [];
  const value = parse(quantity);
  return value === void 0 ? void 0 : { comparison: COMPARISONS.find((comparison) => comparison === sign) ?? natural, value };
}
var COMPARISONS = ["<", "<=", ">", ">=", "==", "!="];
var SPANS = ["service", "ttfb", "session"];
function readingOf(key) {
  const [, span, percentile] = /^(?:(service|ttfb|session)_)?p(\d{1,2}(?:\.\d{1,4})?)$/.exec(key) ?? [];
  if (percentile !== void 0 && Number(percentile) > 0) {
    return {
      metric: {
        kind: "percentile",
        span: SPANS.find((known) => known === span) ?? "latency",
        percentile: Number(percentile)
      },
      parse: parseMicroseconds,
      natural: "<="
    };
  }
  switch (key) {
    case "mean":
    case "min":
    case "max":
      return { metric: { kind: key, span: "latency" }, parse: parseMicroseconds, natural: "<=" };
    case "duration":
      return { metric: { kind: key }, parse: parseMicroseconds, natural: "<=" };
    case "error_budget":
      return { metric: { kind: "error-budget" }, parse: parseRatio, natural: "<=" };
    case "failures":
    case "drops":
    case "late":
    case "duplicates":
    case "unmatched":
      return { metric: { kind: key }, parse: parseCount, natural: "<=" };
    case "messages_in":
      return { metric: { kind: "messages-in" }, parse: parseCount, natural: ">=" };
    case "messages_out":
      return { metric: { kind: "messages-out" }, parse: parseCount, natural: ">=" };
    case "count":
    case "concurrent":
      return { metric: { kind: key }, parse: parseCount, natural: ">=" };
    case "throughput":
      return { metric: { kind: key }, parse: parseRate, natural: ">=" };
    case "upload":
    case "download":
      return { metric: { kind: key }, parse: parseByteRate, natural: ">=" };
    default:
      return void 0;
  }
}
function parseMicroseconds(text) {
  const ms = parseDuration(text);
  return ms === void 0 ? void 0 : Math.round(ms * 1e6) / 1e3;
}
function parseCount(text) {
  return /^\d{1,12}$/.test(text) ? Number(text) : void 0;
}

// src/config/build-regression.ts
function buildRegression(cursor) {
  const ratio = (key) => quantityOf(childOf(cursor, key), parseRatio);
  const minChangeMs = quantityOf(childOf(cursor, "min_change"), parseDuration);
  const confirm = textOf(childOf(cursor, "confirm"));
  const defaults = DEFAULT_REGRESSION_RULES;
  return {
    percentiles: mergePercentiles(defaults.percentiles, buildPercentiles(cursor)),
    throughput: ratio("throughput") ?? defaults.throughput,
    errorRatio: ratio("error_rate") ?? defaults.errorRatio,
    minChangeUs: minChangeMs === void 0 ? defaults.minChangeUs : Math.round(minChangeMs * 1e3),
    falseAlarm: ratio("false_alarm") ?? defaults.falseAlarm,
    confirm: confirm === void 0 ? defaults.confirm : confirm === "true",
    deploymentNoise: ratio("deployment_noise") ?? defaults.deploymentNoise,
    endpoints: entriesOf(childOf(cursor, "endpoints")).map(([pattern, row]) => ({
      pattern,
      percentiles: buildPercentiles(row),
      errorRatio: quantityOf(childOf(row, "error_rate"), parseRatio)
    }))
  };
}
function buildPercentiles(cursor) {
  return entriesOf(cursor).flatMap(([key, value]) => {
    const percentile = /^p\d/.test(key) ? Number(key.slice(1)) : Number.NaN;
    const tolerance = quantityOf(value, parseRatio);
    return percentile > 0 && tolerance !== void 0 ? [{ percentile, tolerance }] : [];
  });
}
function mergePercentiles(general, own) {
  const merged = new Map([...general, ...own].map((entry) => [entry.percentile, entry]));
  return [...merged.values()].sort((left, right) => left.percentile - right.percentile);
}

// src/config/check-texts.ts
var PLAIN_KEYS = /* @__PURE__ */ new Set([
  "name",
  "tags",
  "as",
  "for_each",
  "since",
  "on",
  "close",
  "hold",
  "capture",
  "every",
  "within",
  "think",
  "timeout",
  "heartbeat",
  "slower_than",
  "bytes",
  "file",
  "filename",
  "content_type",
  "matches",
  "tls",
  "max_size",
  "status",
  "steps",
  "parallel"
]);
function placeBelow(place, key) {
  switch (place) {
    case "ours":
      return PLACES.get(key) ?? "ours";
    case "expect":
      return key === "header" || key === "json" ? "tests" : "ours";
    case "names":
      return "ours";
    case "tests":
      return "test";
    case "test":
    case "match":
    case "data":
      return "data";
  }
}
var PLACES = /* @__PURE__ */ new Map([
  ["json", "data"],
  ["send", "data"],
  ["ready", "match"],
  ["receive", "match"],
  ["expect", "expect"],
  ["until", "expect"],
  ["form", "names"],
  ["query", "names"],
  ["headers", "names"],
  ["multipart", "names"]
]);
function checkTexts(cursor, context) {
  if (cursor) checkValue(cursor, "ours", context);
}
function checkValue(cursor, place, context) {
  if (isList(cursor.value)) for (const item of itemsOf(cursor)) checkValue(item, place === "test" ? "data" : place, context);
  else if (isMap(cursor.value)) {
    const arePlain = place === "ours" || place === "expect" || place === "test";
    for (const [key, value] of entriesOf(cursor)) if (!arePlain || !PLAIN_KEYS.has(key)) checkValue(value, placeBelow(place, key), context);
  } else if (typeof cursor.value === "string" && cursor.value.includes("${")) {
    const mayBeRegex = place === "test" || place === "match";
    if (!mayBeRegex || parseRegex(cursor.value) === void 0) checkText(cursor, cursor.value, context);
  }
}
function checkText(cursor, text, { scope, context }) {
  const at = positionOf(cursor);
  const template = parseTemplate(text);
  if (!template.ok) {
    context.issues.error(at, "template", template.error, "a literal ${ is written $${");
    return;
  }
  for (const part of template.parts) {
    if (part.kind === "secret") checkSecret(cursor, part.name, context);
    if (part.kind === "variable") checkVariable(cursor, part, { scope, context });
  }
}
function checkVariable(cursor, { name, column }, { scope, context }) {
  const columns = scope.get(name);
  const report = (message, suggestion) => context.issues.error(positionOf(cursor), "reference", message, suggestion);
  if (!scope.has(name)) {
    const known = [...scope.keys()];
    report(`nothing here sets \${${name}}`, suggestWord(name, known) ?? listOf(known));
  } else if (column !== void 0 && columns === void 0) report(`${name} has no columns`, `\${${name}}`);
  else if (column === void 0 && columns !== void 0) {
    const whole = columns.map((known) => `\${${name}.${known}}`).slice(0, 4);
    report(`${name} is a row: name one of its columns`, whole.join(" or "));
  } else if (column !== void 0 && !columns?.includes(column))
    report(`${name} has no column ${column}`, suggestWord(column, columns ?? []) ?? listOf(columns ?? []));
}
function checkSecret(cursor, name, { source, issues }) {
  const { env, requireSecrets } = source;
  if (Object.hasOwn(env, name) && env[name] !== void 0 && env[name] !== "") return;
  const message = `the secret ${name} is not set in the environment`;
  if (requireSecrets) issues.error(positionOf(cursor), "secret", message, `env: { ${name}: … } in the workflow`);
  else issues.warn(positionOf(cursor), "secret", message);
}

// src/config/read-server-source.ts
var KINDS = ["promql", "json", "metrics", "ws", "command"];
var COMPANIONS = { path: ["json", "ws"], name: ["metrics"] };
function readSource(name, row, context) {
  const { issues } = context;
  const given = entriesOf(row).flatMap(([key, cursor]) => KINDS.flatMap((kind) => kind === key ? [{ kind, cursor }] : []));
  const [first, second] = given;
  if (!first) {
    issues.error(keyPositionOf(row), "missing", `${name} has no source`, `add one of ${KINDS.join(", ")}`);
    return void 0;
  }
  if (second) {
    issues.error(
      keyPositionOf(second.cursor),
      "conflict",
      `a row has one source: here are both ${first.kind} and ${second.kind}`,
      "make two rows of it"
    );
    return void 0;
  }
  for (const key of ["path", "name"]) {
    const child = childOf(row, key);
    if (child && !COMPANIONS[key].includes(first.kind))
      issues.error(keyPositionOf(child), "conflict", `${key} goes with ${COMPANIONS[key].join(" and ")}, not with ${first.kind}`);
  }
  checkTexts(first.cursor, { scope: /* @__PURE__ */ new Map(), context });
  return readKind(first.kind, first.cursor, { row, context });
}
function readKind(kind, cursor, place) {
  const { issues } = place.context;
  const text = textOf(cursor) ?? "";
  switch (kind) {
    case "promql":
      return text.trim() === "" ? void 0 : { kind, query: text };
    case "command": {
      const argv = textsOf(cursor);
      if (argv[0]?.trim() === "") issues.error(positionOf(cursor), "value", "a command begins with the name of a program");
      return argv.length === 0 ? void 0 : { kind, argv };
    }
    case "json":
    case "ws": {
      const path = readPath(kind, place);
      return checkUrl(kind, cursor, place) && path !== void 0 ? { kind, url: text, path } : void 0;
    }
    case "metrics": {
      const selector = readSelector(place);
      return checkUrl(kind, cursor, place) && selector ? { kind, url: text, ...selector } : void 0;
    }
  }
}
function checkUrl(kind, cursor, { context }) {
  const text = textOf(cursor) ?? "";
  const scheme = kind === "ws" ? /^wss?:\/\//i : /^https?:\/\//i;
  if (text.startsWith("/") || text.startsWith("${") || scheme.test(text)) {
    if (!/[\s\p{Cc}]/u.test(text)) return true;
    context.issues.error(positionOf(cursor), "url", `a URL has no spaces: ${text.slice(0, 80)}`, "write a space as %20");
    return false;
  }
  const schemes = kind === "ws" ? "ws:// or wss://" : "http:// or https://";
  context.issues.error(positionOf(cursor), "url", `${kind} needs a path such as /health, or a URL that begins with ${schemes}`);
  return false;
}
function readPath(kind, { row, context }) {
  const cursor = childOf(row, "path");
  const path = textOf(cursor);
  if (!cursor || path === void 0) {
    context.issues.error(keyPositionOf(row), "missing", `${kind} needs the path of the number`, "add path: $.queue_length");
    return void 0;
  }
  const problem = checkJsonPath(path);
  if (problem === void 0) return path;
  context.issues.error(positionOf(cursor), "json-path", problem);
  return void 0;
}
function readSelector({ row, context }) {
  const cursor = childOf(row, "name");
  const name = textOf(cursor);
  if (!cursor || name === void 0) {
    context.issues.error(keyPositionOf(row), "missing", "metrics needs the name of the metric", "add name: db_pool_connections_active");
    return void 0;
  }
  const selector = parseMetricSelector(name);
  if (!selector) context.issues.error(positionOf(cursor), "name", `${name} is not a metric`, 'write it as db_pool or db_pool{pool="main"}');
  return selector;
}

// src/config/build-server.ts
var EVERY_MS = 1e3;
var LEAST_EVERY_MS = 100;
var LEAST_VALUE = 1e-6;
function buildServer(cursor, context) {
  return entriesOf(cursor).flatMap(([name, row]) => buildRow(name, row, context) ?? []);
}
function buildRow(name, row, context) {
  const { issues } = context;
  const at = keyPositionOf(row);
  const source = readSource(name, row, context);
  const quantities = readQuantities(row, context);
  const recovers = readRecovery(row, context);
  if (name.trim() === "") issues.error(at, "name", "a row of server needs a name");
  if ([...REDUCTIONS, "recovers"].every((key) => childOf(row, key) === void 0))
    issues.error(at, "missing", `${name} promises nothing`, "add a limit: max, min, last, avg, growth, delta or recovers");
  const everyMs = readDuration(row, "every", context) ?? EVERY_MS;
  if (everyMs < LEAST_EVERY_MS && everyMs > 0)
    issues.error(positionOf(childOf(row, "every") ?? row), "range", `every must be at least ${formatDuration(LEAST_EVERY_MS)}`);
  const unit = agreeOnUnit(
    name,
    [...quantities.filter(({ reduction }) => reduction !== "growth"), ...recovers ? [recovers] : []],
    context
  );
  checkUnit(name, row, { unit, context });
  if (source === void 0) return void 0;
  const limits = quantities.map(({ unit: _unit, ...limit }) => limit);
  return { name, source, everyMs, unit, limits, recovers: recovers && withoutUnit(recovers), at };
}
var REDUCTIONS = ["max", "min", "last", "avg", "growth", "delta"];
function readQuantities(row, context) {
  return entriesOf(row).flatMap(([key, cursor]) => {
    const reduction = REDUCTIONS.find((known) => known === key);
    const limit = reduction && readLimit2(cursor, reduction === "min" ? ">=" : "<=", context);
    if (reduction === void 0 || limit === void 0) return [];
    if (reduction === "growth" && limit.unit !== "ratio" && limit.unit !== "plain")
      context.issues.error(positionOf(cursor), "unit", "growth is a share of the first value", "write it as 10%");
    return [{ reduction, ...limit, text: `${key}: ${textOf(cursor) ?? ""}`, at: keyPositionOf(cursor) }];
  });
}
function readRecovery(row, context) {
  const cursor = childOf(row, "recovers");
  const to = childOf(cursor, "to");
  const limit = to && readLimit2(to, "<=", context);
  const withinMs = readDuration(cursor, "within", context);
  if (!cursor || !limit || withinMs === void 0) return void 0;
  const { comparison, value, unit } = limit;
  const text = `recovers: to ${textOf(to) ?? ""} within ${textOf(childOf(cursor, "within")) ?? ""}`;
  return { comparison, to: value, withinMs, text, unit, at: keyPositionOf(cursor) };
}
function withoutUnit({ unit: _unit, ...recovery }) {
  return recovery;
}
var COMPARISONS2 = ["<", "<=", ">", ">=", "==", "!="];
function readLimit2(cursor, natural, { issues }) {
  const [, sign, minus = "", quantity = ""] = /^(?:(<=|>=|==|!=|<|>) *)?(-?)(\S+)$/.exec(textOf(cursor) ?? "") ?? [];
  const parsed = parseQuantity(quantity);
  if (parsed === void 0) {
    issues.error(positionOf(cursor), "value", 'expected a number, a quantity such as 60%, 500ms or 2GB, or a comparison such as ">= 10"');
    return void 0;
  }
  if (parsed.value !== 0 && parsed.value < LEAST_VALUE) {
    issues.error(
      positionOf(cursor),
      "range",
      "the limit is too small: values are compared to nine decimal places",
      "take the value in a smaller unit"
    );
    return void 0;
  }
  const comparison = COMPARISONS2.find((known) => known === sign) ?? natural;
  return { comparison, value: minus === "" ? parsed.value : -parsed.value, unit: parsed.unit };
}
function parseQuantity(text) {
  if (/^\d{1,15}(?:\.\d{1,20})?(?:e[+-]?\d{1,2})?$/.test(text)) return { value: Number(text), unit: "plain" };
  const ratio = parseRatio(text);
  if (ratio !== void 0) return { value: ratio, unit: "ratio" };
  const ms = parseDuration(text);
  if (ms !== void 0) return { value: Math.round(ms * 1e6) / 1e9, unit: "seconds" };
  const bytes = parseSize(text);
  return bytes === void 0 ? void 0 : { value: bytes, unit: "bytes" };
}
var UNIT_WORDS = { ratio: "a share", seconds: "a duration", bytes: "a size" };
function agreeOnUnit(name, quantities, { issues }) {
  let agreed = "plain";
  for (const { unit, at, text } of quantities) {
    if (unit === "plain" || unit === agreed) continue;
    if (agreed === "plain") agreed = unit;
    else issues.error(at, "unit", `\`${text}\` has ${UNIT_WORDS[unit]} where another limit of ${name} has ${UNIT_WORDS[agreed]}`);
  }
  return agreed;
}
var OTHER_UNITS = {
  seconds: {
    compared: "durations are compared in seconds",
    words: "milliseconds millis ms microseconds micros us nanoseconds nanos ns minutes mins hours days".split(" ")
  },
  ratio: { compared: "shares are compared with values from 0 to 1", words: "percent percentage pct".split(" ") },
  bytes: {
    compared: "sizes are compared in bytes",
    words: "kilobytes kb kib megabytes mb mib gigabytes gb gib terabytes tb tib bits".split(" ")
  }
};
function checkUnit(name, row, { unit, context }) {
  if (unit === "plain") return;
  const { compared, words } = OTHER_UNITS[unit];
  for (const key of ["path", "name", "promql"]) {
    const child = childOf(row, key);
    const found = listNames(key, textOf(child) ?? "").flatMap((text) => findLastWord(text, words) ?? [])[0];
    if (!child || found === void 0) continue;
    const message = `${compared}, and by its name ${textOf(child) ?? ""} is in ${found}`;
    context.issues.error(positionOf(child), "unit", message, `write the limits of ${name} as bare numbers, in ${found}`);
  }
}
function listNames(key, text) {
  if (key !== "promql")
    return [
      text.replace(/\{.*$/s, "").trim().replace(/(?:\[\d+\])+$/, "").replace(/['"]?\]$/, "")
    ];
  const bare = text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, "").replace(/\{[^}]*\}/g, " ");
  return /[*/]/.test(bare) ? [] : bare.match(/[A-Za-z_:][\w:]*/g) ?? [];
}
function findLastWord(text, words) {
  const lasts = words.map((word) => text.slice(-word.length));
  return lasts.find((last, index) => {
    const before = text.slice(0, -last.length);
    return last.toLowerCase() === words[index] && (/(?:^|[^A-Za-z0-9])$/.test(before) || /[a-z0-9]$/.test(before) && /^[A-Z]/.test(last));
  });
}

// src/config/check-tolerances.ts
function checkTolerances(regression, issues) {
  const checkAll = (row) => {
    for (const { key, value } of readPercentiles(row, issues)) checkShare(key, value, "any", issues);
    checkShare("error_rate", childOf(row, "error_rate"), "below 100%", issues);
  };
  if (regression === void 0) return;
  checkAll(regression);
  for (const [, row] of entriesOf(childOf(regression, "endpoints"))) checkAll(row);
  checkShare("throughput", childOf(regression, "throughput"), "below 100%", issues);
  checkShare("false_alarm", childOf(regression, "false_alarm"), "below 100%", issues);
  checkNoise(childOf(regression, "deployment_noise"), issues);
}
var MOST_NOISE = 0.5;
function checkNoise(cursor, issues) {
  const noise = quantityOf(cursor, parseRatio);
  if (cursor !== void 0 && noise !== void 0 && noise > MOST_NOISE)
    issues.error(positionOf(cursor), "range", "deployment_noise must be at most 50%");
}
function checkShare(key, cursor, bound, issues) {
  const share = quantityOf(cursor, parseRatio);
  if (cursor === void 0 || share === void 0) return;
  if (share <= 0) issues.error(positionOf(cursor), "range", `${key} must be more than 0%`);
  else if (bound === "below 100%" && share >= 1) issues.error(positionOf(cursor), "range", `${key} must be less than 100%`);
}

// src/config/build-sla.ts
function buildSla(tree, context) {
  const root = rootOf(tree);
  const regression = childOf(root, "regression");
  checkTolerances(regression, context.issues);
  return {
    file: context.source.file,
    endpoints: buildRows(childOf(root, "endpoints")),
    total: buildTotal(childOf(root, "total")),
    phases: entriesOf(childOf(root, "phases")).map(([phase, promises]) => ({
      phase,
      endpoints: buildRows(childOf(promises, "endpoints")),
      total: buildTotal(childOf(promises, "total")),
      at: keyPositionOf(promises)
    })),
    windows: itemsOf(childOf(root, "windows")).flatMap((window) => buildWindow(window, context) ?? []),
    server: buildServer(childOf(root, "server"), context),
    generator: buildGenerator(childOf(root, "generator")),
    minSamples: numberOf(childOf(root, "min_samples")) ?? "auto",
    severity: entriesOf(childOf(root, "severity")).map(([pattern, severity]) => ({
      pattern,
      severity: textOf(severity) === "warn" ? "warn" : "fail",
      at: keyPositionOf(severity)
    })),
    regression: buildRegression(regression),
    regressionPlaces: {
      at: regression ? keyPositionOf(regression) : { file: context.source.file, line: 1, column: 1 },
      endpoints: entriesOf(childOf(regression, "endpoints")).map(([pattern, row]) => ({ pattern, at: keyPositionOf(row) }))
    },
    baselineValues: buildBaselineValues(childOf(root, "baseline_values"), context.issues)
  };
}
function buildRows(endpoints) {
  return entriesOf(endpoints).map(([pattern, row]) => ({ pattern, limits: buildLimits(row), at: keyPositionOf(row) }));
}
function buildTotal(total) {
  return total && { pattern: "total", limits: buildLimits(total), at: keyPositionOf(total) };
}
var WINDOW_KEYS = /* @__PURE__ */ new Set(["endpoint", "window", "for", "then"]);
function buildWindow(cursor, context) {
  const [metric, second] = entriesOf(cursor).filter(([key]) => !WINDOW_KEYS.has(key));
  if (metric === void 0)
    context.issues.error(positionOf(cursor), "missing", "a window needs one metric: a percentile such as p99, or error_rate");
  if (second)
    context.issues.error(
      keyPositionOf(second[1]),
      "conflict",
      `a window has one metric: here are both ${metric?.[0]} and ${second[0]}`,
      "make two windows of it"
    );
  const length = childOf(cursor, "window");
  const windowMs = readDuration(cursor, "window", context);
  if (length && windowMs !== void 0 && windowMs % 1e3 !== 0)
    context.issues.error(positionOf(length), "range", "a window is a whole number of seconds, because it slides by 1 s");
  const rule = metric && buildWindowMetric(metric[0], metric[1]);
  if (metric === void 0 || rule === void 0 || windowMs === void 0) return void 0;
  const forWindows = numberOf(childOf(cursor, "for")) ?? 1;
  const then = textOf(childOf(cursor, "then"));
  return {
    ...rule,
    endpoint: rawTextOf(childOf(cursor, "endpoint")),
    windowMs,
    forWindows,
    then: then === "abort" || then === "warn" ? then : "fail",
    text: `${metric[0]}: ${textOf(metric[1])}, window: ${textOf(length)}${forWindows > 1 ? `, for: ${forWindows}` : ""}`,
    at: positionOf(cursor)
  };
}
function buildWindowMetric(key, value) {
  if (key === "error_rate") {
    const limit2 = buildErrorRate(value);
    return limit2 && { metric: { kind: "error-rate" }, ...limit2 };
  }
  const limit = buildLimit(key, value);
  return limit?.metric.kind === "percentile" ? { metric: limit.metric, comparison: limit.comparison, value: limit.value } : void 0;
}
function buildGenerator(cursor) {
  const microseconds = (key) => {
    const ms = quantityOf(childOf(cursor, key), parseDuration);
    return ms === void 0 ? void 0 : Math.round(ms * 1e3);
  };
  return {
    scheduleLagP99Us: microseconds("schedule_lag_p99") ?? 2e4,
    eventLoopP99Us: microseconds("event_loop_p99") ?? 2e4,
    cpuRatio: quantityOf(childOf(cursor, "cpu"), parseRatio) ?? 0.9,
    missedRatio: quantityOf(childOf(cursor, "missed"), parseRatio) ?? 0.01
  };
}

// src/config/freeze-deep.ts
function freezeDeep(value) {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freezeDeep(part);
  }
  return value;
}

// src/config/generated/validate-sla.js
var validate = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "sla.schema.json", "title": "load-gate SLA", "description": "What is promised: limits per endpoint, in total, per phase and in sliding windows.", "type": "object", "x-expected": "an SLA: a map with endpoints or total", "properties": { "version": { "description": "The version of this format: 1.", "type": "integer", "minimum": 1 }, "endpoints": { "description": "Promises by series name; * stands for any text.", "type": "object", "additionalProperties": { "$ref": "#/definitions/row" } }, "total": { "$ref": "#/definitions/totalRow" }, "phases": { "description": "Promises of one phase, over and above the others.", "type": "object", "additionalProperties": { "description": "Promises of this phase.", "type": "object", "properties": { "endpoints": { "description": "Promises by series name; * stands for any text.", "type": "object", "additionalProperties": { "$ref": "#/definitions/row" } }, "total": { "$ref": "#/definitions/totalRow" } }, "additionalProperties": false, "minProperties": 1 } }, "windows": { "description": "Sustained breaches.", "type": "array", "items": { "$ref": "#/definitions/window" } }, "server": { "description": "What the target says of itself during the judged phases, by a name of your own.", "type": "object", "additionalProperties": { "$ref": "#/definitions/serverRow" } }, "regression": { "description": "Against the stored baseline.", "type": "object", "properties": { "p95": { "$ref": "#/definitions/ratio" }, "throughput": { "$ref": "#/definitions/ratio" }, "error_rate": { "$ref": "#/definitions/ratio" }, "min_change": { "$ref": "#/definitions/duration" }, "false_alarm": { "$ref": "#/definitions/ratio" }, "confirm": { "description": "A second look before a regression fails the build.", "type": "boolean" }, "deployment_noise": { "description": "With --baseline url: how much two deployments of one commit differ, 0% to 50%; load-gate calibrate measures it. Default 2%.", "$ref": "#/definitions/ratio" }, "endpoints": { "description": "Tolerances by series name; * stands for any text.", "type": "object", "additionalProperties": { "$ref": "#/definitions/tolerances" } } }, "patternProperties": { "^p(?!0{1,2}(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$": { "$ref": "#/definitions/ratio" } }, "additionalProperties": false }, "baseline_values": { "description": "Latencies written by hand as the normal, by series name: a plain comparison, told and never gated.", "type": "object", "additionalProperties": { "$ref": "#/definitions/baselineRow" } }, "generator": { "description": "Beyond any of these the run is inconclusive.", "type": "object", "properties": { "schedule_lag_p99": { "$ref": "#/definitions/duration" }, "event_loop_p99": { "$ref": "#/definitions/duration" }, "cpu": { "$ref": "#/definitions/ratio" }, "missed": { "$ref": "#/definitions/ratio" } }, "additionalProperties": false }, "min_samples": { "description": "auto: 10 / (1 − p) for a percentile p; or a number.", "type": ["string", "integer"], "pattern": "^auto$", "minimum": 1, "x-expected": "auto, or a whole number of at least 1" }, "severity": { "description": "warn: shown, never fails the build.", "type": "object", "additionalProperties": { "type": "string", "enum": ["warn", "fail"] } } }, "additionalProperties": false, "definitions": { "duration": { "description": "A duration with its unit: 250ms, 5s, 2m, 1h.", "type": "string", "pattern": "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", "x-unit": true, "x-expected": "a duration such as 250ms, 5s, 2m or 1h" }, "rate": { "description": "A rate with its unit: 500/s, 10000/m, 20/h.", "type": "string", "pattern": "^\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$", "x-unit": true, "x-expected": "a rate such as 500/s or 10000/m" }, "size": { "description": "A size with its unit: 64KB, 10MB, 1GB (powers of 1000) or KiB, MiB, GiB.", "type": "string", "pattern": "^\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)$", "x-unit": true, "x-expected": "a size such as 64KB, 10MB or 1GiB" }, "ratio": { "description": "A share with its unit: 1%, 0.05%.", "type": "string", "pattern": "^\\d{1,12}(\\.\\d{1,9})?%$", "x-unit": true, "x-expected": "a share such as 1% or 0.05%" }, "latencyLimit": { "description": "At most this duration; or a comparison.", "type": "string", "pattern": "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", "x-unit": true, "x-expected": 'a duration such as 150ms, or a comparison such as "< 250ms"' }, "ratioLimit": { "description": "At most this share; or a comparison.", "type": "string", "pattern": "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?%$", "x-unit": true, "x-expected": 'a share such as 0.5%, or a comparison such as "< 1%"' }, "rateLimit": { "description": "At least this rate; or a comparison.", "type": "string", "pattern": "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$", "x-unit": true, "x-expected": 'a rate such as 100/s, or a comparison such as ">= 100/s"' }, "byteRateLimit": { "description": "At least this size per second; or a comparison.", "type": "string", "pattern": "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)/s$", "x-unit": true, "x-expected": 'a size per second such as 200MB/s, or a comparison such as ">= 200MB/s"' }, "durationLimit": { "description": "At most this duration; or a comparison.", "type": "string", "pattern": "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", "x-unit": true, "x-expected": 'a duration such as 60s, or a comparison such as "<= 60s"' }, "countLimit": { "description": "A number; or a comparison.", "type": ["integer", "string"], "minimum": 0, "pattern": "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", "x-expected": 'a whole number, or a comparison such as ">= 100"' }, "serverRow": { "description": "One value that the target tells of itself, from one source, and its limits.", "type": "object", "x-expected": "a map such as { json: /health, path: $.queue_length, max: 50 }", "properties": { "promql": { "description": "A PromQL expression with one series, asked of the Prometheus at --prometheus-url over the judged phases.", "type": "string", "pattern": "\\S", "x-expected": "a PromQL expression" }, "json": { "description": "A path of the target, or a URL of an allowed host, that answers JSON.", "type": "string", "pattern": "\\S", "x-expected": "a path such as /health" }, "metrics": { "description": "A path of the target, or a URL of an allowed host, that answers Prometheus text.", "type": "string", "pattern": "\\S", "x-expected": "a path such as /metrics" }, "ws": { "description": "A WebSocket of the target that sends JSON; every message that has the path is a value.", "type": "string", "pattern": "\\S", "x-expected": "a path such as /ws/stats" }, "command": { "description": "A program and its arguments, without a shell; it prints one number. Refused unless --allow-commands is given.", "type": "array", "items": { "description": "The program, or an argument.", "type": "string" }, "minItems": 1 }, "path": { "description": "Beside json and ws: the JSONPath (RFC 9535) of the number.", "type": "string", "pattern": "\\S", "x-expected": "a JSONPath such as $.queue_length" }, "name": { "description": 'Beside metrics: the metric, with labels where it has several lines: db_pool{pool="main"}.', "type": "string", "pattern": "\\S", "x-expected": "the name of a metric" }, "every": { "description": "How often it is asked; for a WebSocket, how often it is expected to send; for PromQL, the step (default 1s, at least 100ms).", "$ref": "#/definitions/duration" }, "max": { "description": "The highest value: at most this.", "$ref": "#/definitions/serverLimit" }, "min": { "description": "The lowest value: at least this.", "$ref": "#/definitions/serverLimit" }, "last": { "description": "The last value of the judged time: at most this, or a comparison.", "$ref": "#/definitions/serverLimit" }, "avg": { "description": "The mean of all values: at most this, or a comparison.", "$ref": "#/definitions/serverLimit" }, "growth": { "description": "(last - first) / first: at most this share, or a comparison.", "$ref": "#/definitions/serverLimit" }, "delta": { "description": "The value at the end of the judged time less that at its beginning: at most this, or a comparison.", "$ref": "#/definitions/serverLimit" }, "recovers": { "description": "Back to normal after the load.", "type": "object", "x-expected": "a map such as { to: 5, within: 30s }", "properties": { "to": { "description": "What is normal: at most this, or a comparison.", "$ref": "#/definitions/serverLimit" }, "within": { "description": "From the end of the load.", "$ref": "#/definitions/duration" } }, "additionalProperties": false, "required": ["to", "within"] } }, "additionalProperties": false }, "serverLimit": { "description": "A number, or a quantity with its unit (60%, 500ms, 2GB), or a comparison with either.", "type": ["number", "string"], "pattern": "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$", "x-expected": 'a number, a quantity such as 60%, 500ms or 2GB, or a comparison such as ">= 10"' }, "comparison": { "description": "A comparison with a number.", "type": "string", "pattern": "^(<=|>=|==|!=|<|>) *\\d{1,12}$", "x-expected": 'a comparison such as ">= 1"' }, "row": { "description": "Promises of one endpoint.", "type": "object", "x-expected": "a map of metrics such as { p95: 150ms, error_budget: 1% }", "properties": { "p50": { "$ref": "#/definitions/latencyLimit" }, "p90": { "$ref": "#/definitions/latencyLimit" }, "p95": { "$ref": "#/definitions/latencyLimit" }, "p99": { "$ref": "#/definitions/latencyLimit" }, "p99.9": { "$ref": "#/definitions/latencyLimit" }, "mean": { "$ref": "#/definitions/latencyLimit" }, "min": { "$ref": "#/definitions/latencyLimit" }, "max": { "$ref": "#/definitions/latencyLimit" }, "error_budget": { "$ref": "#/definitions/ratioLimit" }, "failures": { "$ref": "#/definitions/countLimit" }, "throughput": { "$ref": "#/definitions/rateLimit" }, "count": { "$ref": "#/definitions/countLimit" }, "status": { "description": "Answers by code or class, each with a comparison.", "type": "object", "additionalProperties": { "$ref": "#/definitions/comparison" }, "propertyNames": { "type": "string", "pattern": "^([1-5]xx|[1-5]\\d\\d)$", "x-expected": "a status such as 429, or a class such as 2xx" } }, "upload": { "$ref": "#/definitions/byteRateLimit" }, "download": { "$ref": "#/definitions/byteRateLimit" }, "service_p95": { "$ref": "#/definitions/latencyLimit" }, "ttfb_p95": { "$ref": "#/definitions/latencyLimit" }, "concurrent": { "$ref": "#/definitions/countLimit" }, "drops": { "$ref": "#/definitions/countLimit" }, "messages_in": { "$ref": "#/definitions/countLimit" }, "messages_out": { "$ref": "#/definitions/countLimit" }, "late": { "$ref": "#/definitions/countLimit" }, "duplicates": { "$ref": "#/definitions/countLimit" }, "unmatched": { "$ref": "#/definitions/countLimit" }, "session_p95": { "$ref": "#/definitions/latencyLimit" } }, "patternProperties": { "^(service_|ttfb_|session_)?p(?!0{1,2}(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$": { "$ref": "#/definitions/latencyLimit" } }, "additionalProperties": false, "minProperties": 1 }, "tolerances": { "description": "Tolerances of one endpoint.", "type": "object", "x-expected": "a map of tolerances such as { p95: 5%, error_rate: 1% }", "properties": { "p50": { "$ref": "#/definitions/ratio" }, "p90": { "$ref": "#/definitions/ratio" }, "p95": { "$ref": "#/definitions/ratio" }, "p99": { "$ref": "#/definitions/ratio" }, "p99.9": { "$ref": "#/definitions/ratio" }, "error_rate": { "$ref": "#/definitions/ratio" } }, "patternProperties": { "^p(?!0{1,2}(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$": { "$ref": "#/definitions/ratio" } }, "additionalProperties": false, "minProperties": 1 }, "baselineRow": { "description": "Percentiles of one endpoint.", "type": "object", "x-expected": "a map of percentiles such as { p95: 120ms }", "properties": { "p50": { "$ref": "#/definitions/duration" }, "p90": { "$ref": "#/definitions/duration" }, "p95": { "$ref": "#/definitions/duration" }, "p99": { "$ref": "#/definitions/duration" }, "p99.9": { "$ref": "#/definitions/duration" } }, "patternProperties": { "^p(?!0{1,2}(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$": { "$ref": "#/definitions/duration" } }, "additionalProperties": false, "minProperties": 1 }, "totalRow": { "description": "Promises of the whole run.", "type": "object", "x-expected": "a map of metrics such as { p95: 150ms, error_budget: 1% }", "properties": { "p50": { "$ref": "#/definitions/latencyLimit" }, "p90": { "$ref": "#/definitions/latencyLimit" }, "p95": { "$ref": "#/definitions/latencyLimit" }, "p99": { "$ref": "#/definitions/latencyLimit" }, "p99.9": { "$ref": "#/definitions/latencyLimit" }, "mean": { "$ref": "#/definitions/latencyLimit" }, "min": { "$ref": "#/definitions/latencyLimit" }, "max": { "$ref": "#/definitions/latencyLimit" }, "error_budget": { "$ref": "#/definitions/ratioLimit" }, "failures": { "$ref": "#/definitions/countLimit" }, "throughput": { "$ref": "#/definitions/rateLimit" }, "count": { "$ref": "#/definitions/countLimit" }, "status": { "description": "Answers by code or class, each with a comparison.", "type": "object", "additionalProperties": { "$ref": "#/definitions/comparison" }, "propertyNames": { "type": "string", "pattern": "^([1-5]xx|[1-5]\\d\\d)$", "x-expected": "a status such as 429, or a class such as 2xx" } }, "upload": { "$ref": "#/definitions/byteRateLimit" }, "download": { "$ref": "#/definitions/byteRateLimit" }, "service_p95": { "$ref": "#/definitions/latencyLimit" }, "ttfb_p95": { "$ref": "#/definitions/latencyLimit" }, "concurrent": { "$ref": "#/definitions/countLimit" }, "drops": { "$ref": "#/definitions/countLimit" }, "messages_in": { "$ref": "#/definitions/countLimit" }, "messages_out": { "$ref": "#/definitions/countLimit" }, "late": { "$ref": "#/definitions/countLimit" }, "duplicates": { "$ref": "#/definitions/countLimit" }, "unmatched": { "$ref": "#/definitions/countLimit" }, "session_p95": { "$ref": "#/definitions/latencyLimit" }, "duration": { "$ref": "#/definitions/durationLimit" } }, "patternProperties": { "^(service_|ttfb_|session_)?p(?!0{1,2}(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$": { "$ref": "#/definitions/latencyLimit" } }, "additionalProperties": false, "minProperties": 1 }, "window": { "description": "One metric, beyond its limit in `for` disjoint windows.", "type": "object", "x-expected": "a map such as { p99: 2s, window: 10s, for: 3 }", "properties": { "endpoint": { "description": "A series, or a pattern; absent: all together.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "error_rate": { "$ref": "#/definitions/ratioLimit" }, "p50": { "$ref": "#/definitions/latencyLimit" }, "p95": { "$ref": "#/definitions/latencyLimit" }, "p99": { "$ref": "#/definitions/latencyLimit" }, "service_p95": { "$ref": "#/definitions/latencyLimit" }, "ttfb_p95": { "$ref": "#/definitions/latencyLimit" }, "window": { "$ref": "#/definitions/duration" }, "for": { "description": "Disjoint windows (default 1).", "type": "integer", "minimum": 1, "maximum": 1e4 }, "then": { "description": "abort, fail (default) or warn.", "type": "string", "enum": ["abort", "fail", "warn"] } }, "patternProperties": { "^(service_|ttfb_)?p(?!0{1,2}(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$": { "$ref": "#/definitions/latencyLimit" } }, "additionalProperties": false, "required": ["window"] } } };
var schema86 = { "description": "A share with its unit: 1%, 0.05%.", "type": "string", "pattern": "^\\d{1,12}(\\.\\d{1,9})?%$", "x-unit": true, "x-expected": "a share such as 1% or 0.05%" };
var schema74 = { "description": "A duration with its unit: 250ms, 5s, 2m, 1h.", "type": "string", "pattern": "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", "x-unit": true, "x-expected": "a duration such as 250ms, 5s, 2m or 1h" };
var func2 = Object.prototype.hasOwnProperty;
var schema12 = { "description": "Promises of one endpoint.", "type": "object", "x-expected": "a map of metrics such as { p95: 150ms, error_budget: 1% }", "properties": { "p50": { "$ref": "#/definitions/latencyLimit" }, "p90": { "$ref": "#/definitions/latencyLimit" }, "p95": { "$ref": "#/definitions/latencyLimit" }, "p99": { "$ref": "#/definitions/latencyLimit" }, "p99.9": { "$ref": "#/definitions/latencyLimit" }, "mean": { "$ref": "#/definitions/latencyLimit" }, "min": { "$ref": "#/definitions/latencyLimit" }, "max": { "$ref": "#/definitions/latencyLimit" }, "error_budget": { "$ref": "#/definitions/ratioLimit" }, "failures": { "$ref": "#/definitions/countLimit" }, "throughput": { "$ref": "#/definitions/rateLimit" }, "count": { "$ref": "#/definitions/countLimit" }, "status": { "description": "Answers by code or class, each with a comparison.", "type": "object", "additionalProperties": { "$ref": "#/definitions/comparison" }, "propertyNames": { "type": "string", "pattern": "^([1-5]xx|[1-5]\\d\\d)$", "x-expected": "a status such as 429, or a class such as 2xx" } }, "upload": { "$ref": "#/definitions/byteRateLimit" }, "download": { "$ref": "#/definitions/byteRateLimit" }, "service_p95": { "$ref": "#/definitions/latencyLimit" }, "ttfb_p95": { "$ref": "#/definitions/latencyLimit" }, "concurrent": { "$ref": "#/definitions/countLimit" }, "drops": { "$ref": "#/definitions/countLimit" }, "messages_in": { "$ref": "#/definitions/countLimit" }, "messages_out": { "$ref": "#/definitions/countLimit" }, "late": { "$ref": "#/definitions/countLimit" }, "duplicates": { "$ref": "#/definitions/countLimit" }, "unmatched": { "$ref": "#/definitions/countLimit" }, "session_p95": { "$ref": "#/definitions/latencyLimit" } }, "patternProperties": { "^(service_|ttfb_|session_)?p(?!0{1,2}(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$": { "$ref": "#/definitions/latencyLimit" } }, "additionalProperties": false, "minProperties": 1 };
var schema13 = { "description": "At most this duration; or a comparison.", "type": "string", "pattern": "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", "x-unit": true, "x-expected": 'a duration such as 150ms, or a comparison such as "< 250ms"' };
var schema21 = { "description": "At most this share; or a comparison.", "type": "string", "pattern": "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?%$", "x-unit": true, "x-expected": 'a share such as 0.5%, or a comparison such as "< 1%"' };
var schema22 = { "description": "A number; or a comparison.", "type": ["integer", "string"], "minimum": 0, "pattern": "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", "x-expected": 'a whole number, or a comparison such as ">= 100"' };
var schema23 = { "description": "At least this rate; or a comparison.", "type": "string", "pattern": "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$", "x-unit": true, "x-expected": 'a rate such as 100/s, or a comparison such as ">= 100/s"' };
var schema25 = { "description": "A comparison with a number.", "type": "string", "pattern": "^(<=|>=|==|!=|<|>) *\\d{1,12}$", "x-expected": 'a comparison such as ">= 1"' };
var schema26 = { "description": "At least this size per second; or a comparison.", "type": "string", "pattern": "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)/s$", "x-unit": true, "x-expected": 'a size per second such as 200MB/s, or a comparison such as ">= 200MB/s"' };
var pattern0 = new RegExp("^(service_|ttfb_|session_)?p(?!0{1,2}(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$", "u");
var pattern1 = new RegExp("^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", "u");
var pattern9 = new RegExp("^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?%$", "u");
var pattern10 = new RegExp("^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", "u");
var pattern11 = new RegExp("^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$", "u");
var pattern13 = new RegExp("^([1-5]xx|[1-5]\\d\\d)$", "u");
var pattern14 = new RegExp("^(<=|>=|==|!=|<|>) *\\d{1,12}$", "u");
var pattern15 = new RegExp("^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)/s$", "u");
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema12, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(func2.call(schema12.properties, key0) || pattern0.test(key0))) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema12, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.p50 !== void 0) {
      let data0 = data.p50;
      if (typeof data0 === "string") {
        if (!pattern1.test(data0)) {
          const err2 = { instancePath: instancePath + "/p50", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/p50", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.p90 !== void 0) {
      let data1 = data.p90;
      if (typeof data1 === "string") {
        if (!pattern1.test(data1)) {
          const err4 = { instancePath: instancePath + "/p90", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/p90", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.p95 !== void 0) {
      let data2 = data.p95;
      if (typeof data2 === "string") {
        if (!pattern1.test(data2)) {
          const err6 = { instancePath: instancePath + "/p95", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/p95", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.p99 !== void 0) {
      let data3 = data.p99;
      if (typeof data3 === "string") {
        if (!pattern1.test(data3)) {
          const err8 = { instancePath: instancePath + "/p99", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/p99", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data["p99.9"] !== void 0) {
      let data4 = data["p99.9"];
      if (typeof data4 === "string") {
        if (!pattern1.test(data4)) {
          const err10 = { instancePath: instancePath + "/p99.9", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data4 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/p99.9", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.mean !== void 0) {
      let data5 = data.mean;
      if (typeof data5 === "string") {
        if (!pattern1.test(data5)) {
          const err12 = { instancePath: instancePath + "/mean", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data5 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/mean", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data5 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.min !== void 0) {
      let data6 = data.min;
      if (typeof data6 === "string") {
        if (!pattern1.test(data6)) {
          const err14 = { instancePath: instancePath + "/min", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data6 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/min", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data6 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.max !== void 0) {
      let data7 = data.max;
      if (typeof data7 === "string") {
        if (!pattern1.test(data7)) {
          const err16 = { instancePath: instancePath + "/max", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data7 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/max", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data7 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.error_budget !== void 0) {
      let data8 = data.error_budget;
      if (typeof data8 === "string") {
        if (!pattern9.test(data8)) {
          const err18 = { instancePath: instancePath + "/error_budget", schemaPath: "#/definitions/ratioLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema21, data: data8 };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/error_budget", schemaPath: "#/definitions/ratioLimit/type", keyword: "type", params: { type: "string" }, schema: schema21.type, parentSchema: schema21, data: data8 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.failures !== void 0) {
      let data9 = data.failures;
      if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9)) && typeof data9 !== "string") {
        const err20 = { instancePath: instancePath + "/failures", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data9 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      if (typeof data9 == "number" && isFinite(data9)) {
        if (data9 < 0 || isNaN(data9)) {
          const err21 = { instancePath: instancePath + "/failures", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data9 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      }
      if (typeof data9 === "string") {
        if (!pattern10.test(data9)) {
          const err22 = { instancePath: instancePath + "/failures", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data9 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      }
    }
    if (data.throughput !== void 0) {
      let data10 = data.throughput;
      if (typeof data10 === "string") {
        if (!pattern11.test(data10)) {
          const err23 = { instancePath: instancePath + "/throughput", schemaPath: "#/definitions/rateLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$", parentSchema: schema23, data: data10 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/throughput", schemaPath: "#/definitions/rateLimit/type", keyword: "type", params: { type: "string" }, schema: schema23.type, parentSchema: schema23, data: data10 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.count !== void 0) {
      let data11 = data.count;
      if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11)) && typeof data11 !== "string") {
        const err25 = { instancePath: instancePath + "/count", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data11 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
      if (typeof data11 == "number" && isFinite(data11)) {
        if (data11 < 0 || isNaN(data11)) {
          const err26 = { instancePath: instancePath + "/count", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data11 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      }
      if (typeof data11 === "string") {
        if (!pattern10.test(data11)) {
          const err27 = { instancePath: instancePath + "/count", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data11 };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      }
    }
    if (data.status !== void 0) {
      let data12 = data.status;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        for (const key1 in data12) {
          const _errs40 = errors;
          if (typeof key1 === "string") {
            if (!pattern13.test(key1)) {
              const err28 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/propertyNames/pattern", keyword: "pattern", params: { pattern: "^([1-5]xx|[1-5]\\d\\d)$" }, schema: "^([1-5]xx|[1-5]\\d\\d)$", parentSchema: schema12.properties.status.propertyNames, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          } else {
            const err29 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/propertyNames/type", keyword: "type", params: { type: "string" }, schema: schema12.properties.status.propertyNames.type, parentSchema: schema12.properties.status.propertyNames, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
          var valid13 = _errs40 === errors;
          if (!valid13) {
            const err30 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, schema: schema12.properties.status.propertyNames, parentSchema: schema12.properties.status, data: data12 };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        for (const key2 in data12) {
          let data13 = data12[key2];
          if (typeof data13 === "string") {
            if (!pattern14.test(data13)) {
              const err31 = { instancePath: instancePath + "/status/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/comparison/pattern", keyword: "pattern", params: { pattern: "^(<=|>=|==|!=|<|>) *\\d{1,12}$" }, schema: "^(<=|>=|==|!=|<|>) *\\d{1,12}$", parentSchema: schema25, data: data13 };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          } else {
            const err32 = { instancePath: instancePath + "/status/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/comparison/type", keyword: "type", params: { type: "string" }, schema: schema25.type, parentSchema: schema25, data: data13 };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
      } else {
        const err33 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "object" }, schema: schema12.properties.status.type, parentSchema: schema12.properties.status, data: data12 };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.upload !== void 0) {
      let data14 = data.upload;
      if (typeof data14 === "string") {
        if (!pattern15.test(data14)) {
          const err34 = { instancePath: instancePath + "/upload", schemaPath: "#/definitions/byteRateLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)/s$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)/s$", parentSchema: schema26, data: data14 };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      } else {
        const err35 = { instancePath: instancePath + "/upload", schemaPath: "#/definitions/byteRateLimit/type", keyword: "type", params: { type: "string" }, schema: schema26.type, parentSchema: schema26, data: data14 };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.download !== void 0) {
      let data15 = data.download;
      if (typeof data15 === "string") {
        if (!pattern15.test(data15)) {
          const err36 = { instancePath: instancePath + "/download", schemaPath: "#/definitions/byteRateLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)/s$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)/s$", parentSchema: schema26, data: data15 };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
      } else {
        const err37 = { instancePath: instancePath + "/download", schemaPath: "#/definitions/byteRateLimit/type", keyword: "type", params: { type: "string" }, schema: schema26.type, parentSchema: schema26, data: data15 };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.service_p95 !== void 0) {
      let data16 = data.service_p95;
      if (typeof data16 === "string") {
        if (!pattern1.test(data16)) {
          const err38 = { instancePath: instancePath + "/service_p95", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data16 };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
      } else {
        const err39 = { instancePath: instancePath + "/service_p95", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data16 };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.ttfb_p95 !== void 0) {
      let data17 = data.ttfb_p95;
      if (typeof data17 === "string") {
        if (!pattern1.test(data17)) {
          const err40 = { instancePath: instancePath + "/ttfb_p95", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data17 };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      } else {
        const err41 = { instancePath: instancePath + "/ttfb_p95", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data17 };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
    if (data.concurrent !== void 0) {
      let data18 = data.concurrent;
      if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18)) && typeof data18 !== "string") {
        const err42 = { instancePath: instancePath + "/concurrent", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data18 };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
      if (typeof data18 == "number" && isFinite(data18)) {
        if (data18 < 0 || isNaN(data18)) {
          const err43 = { instancePath: instancePath + "/concurrent", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data18 };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
      }
      if (typeof data18 === "string") {
        if (!pattern10.test(data18)) {
          const err44 = { instancePath: instancePath + "/concurrent", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data18 };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
      }
    }
    if (data.drops !== void 0) {
      let data19 = data.drops;
      if (!(typeof data19 == "number" && (!(data19 % 1) && !isNaN(data19)) && isFinite(data19)) && typeof data19 !== "string") {
        const err45 = { instancePath: instancePath + "/drops", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data19 };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
      if (typeof data19 == "number" && isFinite(data19)) {
        if (data19 < 0 || isNaN(data19)) {
          const err46 = { instancePath: instancePath + "/drops", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data19 };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
      }
      if (typeof data19 === "string") {
        if (!pattern10.test(data19)) {
          const err47 = { instancePath: instancePath + "/drops", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data19 };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
      }
    }
    if (data.messages_in !== void 0) {
      let data20 = data.messages_in;
      if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20)) && typeof data20 !== "string") {
        const err48 = { instancePath: instancePath + "/messages_in", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data20 };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
      if (typeof data20 == "number" && isFinite(data20)) {
        if (data20 < 0 || isNaN(data20)) {
          const err49 = { instancePath: instancePath + "/messages_in", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data20 };
          if (vErrors === null) {
            vErrors = [err49];
          } else {
            vErrors.push(err49);
          }
          errors++;
        }
      }
      if (typeof data20 === "string") {
        if (!pattern10.test(data20)) {
          const err50 = { instancePath: instancePath + "/messages_in", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data20 };
          if (vErrors === null) {
            vErrors = [err50];
          } else {
            vErrors.push(err50);
          }
          errors++;
        }
      }
    }
    if (data.messages_out !== void 0) {
      let data21 = data.messages_out;
      if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21)) && typeof data21 !== "string") {
        const err51 = { instancePath: instancePath + "/messages_out", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data21 };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
      if (typeof data21 == "number" && isFinite(data21)) {
        if (data21 < 0 || isNaN(data21)) {
          const err52 = { instancePath: instancePath + "/messages_out", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data21 };
          if (vErrors === null) {
            vErrors = [err52];
          } else {
            vErrors.push(err52);
          }
          errors++;
        }
      }
      if (typeof data21 === "string") {
        if (!pattern10.test(data21)) {
          const err53 = { instancePath: instancePath + "/messages_out", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data21 };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
      }
    }
    if (data.late !== void 0) {
      let data22 = data.late;
      if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22)) && typeof data22 !== "string") {
        const err54 = { instancePath: instancePath + "/late", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data22 };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
      if (typeof data22 == "number" && isFinite(data22)) {
        if (data22 < 0 || isNaN(data22)) {
          const err55 = { instancePath: instancePath + "/late", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data22 };
          if (vErrors === null) {
            vErrors = [err55];
          } else {
            vErrors.push(err55);
          }
          errors++;
        }
      }
      if (typeof data22 === "string") {
        if (!pattern10.test(data22)) {
          const err56 = { instancePath: instancePath + "/late", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data22 };
          if (vErrors === null) {
            vErrors = [err56];
          } else {
            vErrors.push(err56);
          }
          errors++;
        }
      }
    }
    if (data.duplicates !== void 0) {
      let data23 = data.duplicates;
      if (!(typeof data23 == "number" && (!(data23 % 1) && !isNaN(data23)) && isFinite(data23)) && typeof data23 !== "string") {
        const err57 = { instancePath: instancePath + "/duplicates", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data23 };
        if (vErrors === null) {
          vErrors = [err57];
        } else {
          vErrors.push(err57);
        }
        errors++;
      }
      if (typeof data23 == "number" && isFinite(data23)) {
        if (data23 < 0 || isNaN(data23)) {
          const err58 = { instancePath: instancePath + "/duplicates", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data23 };
          if (vErrors === null) {
            vErrors = [err58];
          } else {
            vErrors.push(err58);
          }
          errors++;
        }
      }
      if (typeof data23 === "string") {
        if (!pattern10.test(data23)) {
          const err59 = { instancePath: instancePath + "/duplicates", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data23 };
          if (vErrors === null) {
            vErrors = [err59];
          } else {
            vErrors.push(err59);
          }
          errors++;
        }
      }
    }
    if (data.unmatched !== void 0) {
      let data24 = data.unmatched;
      if (!(typeof data24 == "number" && (!(data24 % 1) && !isNaN(data24)) && isFinite(data24)) && typeof data24 !== "string") {
        const err60 = { instancePath: instancePath + "/unmatched", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data24 };
        if (vErrors === null) {
          vErrors = [err60];
        } else {
          vErrors.push(err60);
        }
        errors++;
      }
      if (typeof data24 == "number" && isFinite(data24)) {
        if (data24 < 0 || isNaN(data24)) {
          const err61 = { instancePath: instancePath + "/unmatched", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data24 };
          if (vErrors === null) {
            vErrors = [err61];
          } else {
            vErrors.push(err61);
          }
          errors++;
        }
      }
      if (typeof data24 === "string") {
        if (!pattern10.test(data24)) {
          const err62 = { instancePath: instancePath + "/unmatched", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data24 };
          if (vErrors === null) {
            vErrors = [err62];
          } else {
            vErrors.push(err62);
          }
          errors++;
        }
      }
    }
    if (data.session_p95 !== void 0) {
      let data25 = data.session_p95;
      if (typeof data25 === "string") {
        if (!pattern1.test(data25)) {
          const err63 = { instancePath: instancePath + "/session_p95", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data25 };
          if (vErrors === null) {
            vErrors = [err63];
          } else {
            vErrors.push(err63);
          }
          errors++;
        }
      } else {
        const err64 = { instancePath: instancePath + "/session_p95", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data25 };
        if (vErrors === null) {
          vErrors = [err64];
        } else {
          vErrors.push(err64);
        }
        errors++;
      }
    }
    for (const key3 in data) {
      if (pattern0.test(key3)) {
        let data26 = data[key3];
        if (typeof data26 === "string") {
          if (!pattern1.test(data26)) {
            const err65 = { instancePath: instancePath + "/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data26 };
            if (vErrors === null) {
              vErrors = [err65];
            } else {
              vErrors.push(err65);
            }
            errors++;
          }
        } else {
          const err66 = { instancePath: instancePath + "/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data26 };
          if (vErrors === null) {
            vErrors = [err66];
          } else {
            vErrors.push(err66);
          }
          errors++;
        }
      }
    }
  } else {
    const err67 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema12.type, parentSchema: schema12, data };
    if (vErrors === null) {
      vErrors = [err67];
    } else {
      vErrors.push(err67);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}
var schema39 = { "description": "Promises of the whole run.", "type": "object", "x-expected": "a map of metrics such as { p95: 150ms, error_budget: 1% }", "properties": { "p50": { "$ref": "#/definitions/latencyLimit" }, "p90": { "$ref": "#/definitions/latencyLimit" }, "p95": { "$ref": "#/definitions/latencyLimit" }, "p99": { "$ref": "#/definitions/latencyLimit" }, "p99.9": { "$ref": "#/definitions/latencyLimit" }, "mean": { "$ref": "#/definitions/latencyLimit" }, "min": { "$ref": "#/definitions/latencyLimit" }, "max": { "$ref": "#/definitions/latencyLimit" }, "error_budget": { "$ref": "#/definitions/ratioLimit" }, "failures": { "$ref": "#/definitions/countLimit" }, "throughput": { "$ref": "#/definitions/rateLimit" }, "count": { "$ref": "#/definitions/countLimit" }, "status": { "description": "Answers by code or class, each with a comparison.", "type": "object", "additionalProperties": { "$ref": "#/definitions/comparison" }, "propertyNames": { "type": "string", "pattern": "^([1-5]xx|[1-5]\\d\\d)$", "x-expected": "a status such as 429, or a class such as 2xx" } }, "upload": { "$ref": "#/definitions/byteRateLimit" }, "download": { "$ref": "#/definitions/byteRateLimit" }, "service_p95": { "$ref": "#/definitions/latencyLimit" }, "ttfb_p95": { "$ref": "#/definitions/latencyLimit" }, "concurrent": { "$ref": "#/definitions/countLimit" }, "drops": { "$ref": "#/definitions/countLimit" }, "messages_in": { "$ref": "#/definitions/countLimit" }, "messages_out": { "$ref": "#/definitions/countLimit" }, "late": { "$ref": "#/definitions/countLimit" }, "duplicates": { "$ref": "#/definitions/countLimit" }, "unmatched": { "$ref": "#/definitions/countLimit" }, "session_p95": { "$ref": "#/definitions/latencyLimit" }, "duration": { "$ref": "#/definitions/durationLimit" } }, "patternProperties": { "^(service_|ttfb_|session_)?p(?!0{1,2}(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$": { "$ref": "#/definitions/latencyLimit" } }, "additionalProperties": false, "minProperties": 1 };
var schema65 = { "description": "At most this duration; or a comparison.", "type": "string", "pattern": "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", "x-unit": true, "x-expected": 'a duration such as 60s, or a comparison such as "<= 60s"' };
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(func2.call(schema39.properties, key0) || pattern0.test(key0))) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema39, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.p50 !== void 0) {
      let data0 = data.p50;
      if (typeof data0 === "string") {
        if (!pattern1.test(data0)) {
          const err2 = { instancePath: instancePath + "/p50", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/p50", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.p90 !== void 0) {
      let data1 = data.p90;
      if (typeof data1 === "string") {
        if (!pattern1.test(data1)) {
          const err4 = { instancePath: instancePath + "/p90", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/p90", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.p95 !== void 0) {
      let data2 = data.p95;
      if (typeof data2 === "string") {
        if (!pattern1.test(data2)) {
          const err6 = { instancePath: instancePath + "/p95", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/p95", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.p99 !== void 0) {
      let data3 = data.p99;
      if (typeof data3 === "string") {
        if (!pattern1.test(data3)) {
          const err8 = { instancePath: instancePath + "/p99", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/p99", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data["p99.9"] !== void 0) {
      let data4 = data["p99.9"];
      if (typeof data4 === "string") {
        if (!pattern1.test(data4)) {
          const err10 = { instancePath: instancePath + "/p99.9", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data4 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/p99.9", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.mean !== void 0) {
      let data5 = data.mean;
      if (typeof data5 === "string") {
        if (!pattern1.test(data5)) {
          const err12 = { instancePath: instancePath + "/mean", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data5 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/mean", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data5 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.min !== void 0) {
      let data6 = data.min;
      if (typeof data6 === "string") {
        if (!pattern1.test(data6)) {
          const err14 = { instancePath: instancePath + "/min", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data6 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/min", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data6 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.max !== void 0) {
      let data7 = data.max;
      if (typeof data7 === "string") {
        if (!pattern1.test(data7)) {
          const err16 = { instancePath: instancePath + "/max", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data7 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/max", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data7 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.error_budget !== void 0) {
      let data8 = data.error_budget;
      if (typeof data8 === "string") {
        if (!pattern9.test(data8)) {
          const err18 = { instancePath: instancePath + "/error_budget", schemaPath: "#/definitions/ratioLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema21, data: data8 };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/error_budget", schemaPath: "#/definitions/ratioLimit/type", keyword: "type", params: { type: "string" }, schema: schema21.type, parentSchema: schema21, data: data8 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.failures !== void 0) {
      let data9 = data.failures;
      if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9)) && typeof data9 !== "string") {
        const err20 = { instancePath: instancePath + "/failures", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data9 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      if (typeof data9 == "number" && isFinite(data9)) {
        if (data9 < 0 || isNaN(data9)) {
          const err21 = { instancePath: instancePath + "/failures", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data9 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      }
      if (typeof data9 === "string") {
        if (!pattern10.test(data9)) {
          const err22 = { instancePath: instancePath + "/failures", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data9 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      }
    }
    if (data.throughput !== void 0) {
      let data10 = data.throughput;
      if (typeof data10 === "string") {
        if (!pattern11.test(data10)) {
          const err23 = { instancePath: instancePath + "/throughput", schemaPath: "#/definitions/rateLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?/(s|m|h)$", parentSchema: schema23, data: data10 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/throughput", schemaPath: "#/definitions/rateLimit/type", keyword: "type", params: { type: "string" }, schema: schema23.type, parentSchema: schema23, data: data10 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.count !== void 0) {
      let data11 = data.count;
      if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11)) && typeof data11 !== "string") {
        const err25 = { instancePath: instancePath + "/count", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data11 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
      if (typeof data11 == "number" && isFinite(data11)) {
        if (data11 < 0 || isNaN(data11)) {
          const err26 = { instancePath: instancePath + "/count", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data11 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      }
      if (typeof data11 === "string") {
        if (!pattern10.test(data11)) {
          const err27 = { instancePath: instancePath + "/count", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data11 };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      }
    }
    if (data.status !== void 0) {
      let data12 = data.status;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        for (const key1 in data12) {
          const _errs40 = errors;
          if (typeof key1 === "string") {
            if (!pattern13.test(key1)) {
              const err28 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/propertyNames/pattern", keyword: "pattern", params: { pattern: "^([1-5]xx|[1-5]\\d\\d)$" }, schema: "^([1-5]xx|[1-5]\\d\\d)$", parentSchema: schema39.properties.status.propertyNames, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          } else {
            const err29 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/propertyNames/type", keyword: "type", params: { type: "string" }, schema: schema39.properties.status.propertyNames.type, parentSchema: schema39.properties.status.propertyNames, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
          var valid13 = _errs40 === errors;
          if (!valid13) {
            const err30 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, schema: schema39.properties.status.propertyNames, parentSchema: schema39.properties.status, data: data12 };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        for (const key2 in data12) {
          let data13 = data12[key2];
          if (typeof data13 === "string") {
            if (!pattern14.test(data13)) {
              const err31 = { instancePath: instancePath + "/status/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/comparison/pattern", keyword: "pattern", params: { pattern: "^(<=|>=|==|!=|<|>) *\\d{1,12}$" }, schema: "^(<=|>=|==|!=|<|>) *\\d{1,12}$", parentSchema: schema25, data: data13 };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          } else {
            const err32 = { instancePath: instancePath + "/status/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/comparison/type", keyword: "type", params: { type: "string" }, schema: schema25.type, parentSchema: schema25, data: data13 };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
      } else {
        const err33 = { instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "object" }, schema: schema39.properties.status.type, parentSchema: schema39.properties.status, data: data12 };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.upload !== void 0) {
      let data14 = data.upload;
      if (typeof data14 === "string") {
        if (!pattern15.test(data14)) {
          const err34 = { instancePath: instancePath + "/upload", schemaPath: "#/definitions/byteRateLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)/s$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)/s$", parentSchema: schema26, data: data14 };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      } else {
        const err35 = { instancePath: instancePath + "/upload", schemaPath: "#/definitions/byteRateLimit/type", keyword: "type", params: { type: "string" }, schema: schema26.type, parentSchema: schema26, data: data14 };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.download !== void 0) {
      let data15 = data.download;
      if (typeof data15 === "string") {
        if (!pattern15.test(data15)) {
          const err36 = { instancePath: instancePath + "/download", schemaPath: "#/definitions/byteRateLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)/s$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(B|KB|MB|GB|KiB|MiB|GiB)/s$", parentSchema: schema26, data: data15 };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
      } else {
        const err37 = { instancePath: instancePath + "/download", schemaPath: "#/definitions/byteRateLimit/type", keyword: "type", params: { type: "string" }, schema: schema26.type, parentSchema: schema26, data: data15 };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.service_p95 !== void 0) {
      let data16 = data.service_p95;
      if (typeof data16 === "string") {
        if (!pattern1.test(data16)) {
          const err38 = { instancePath: instancePath + "/service_p95", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data16 };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
      } else {
        const err39 = { instancePath: instancePath + "/service_p95", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data16 };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.ttfb_p95 !== void 0) {
      let data17 = data.ttfb_p95;
      if (typeof data17 === "string") {
        if (!pattern1.test(data17)) {
          const err40 = { instancePath: instancePath + "/ttfb_p95", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data17 };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      } else {
        const err41 = { instancePath: instancePath + "/ttfb_p95", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data17 };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
    if (data.concurrent !== void 0) {
      let data18 = data.concurrent;
      if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18)) && typeof data18 !== "string") {
        const err42 = { instancePath: instancePath + "/concurrent", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data18 };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
      if (typeof data18 == "number" && isFinite(data18)) {
        if (data18 < 0 || isNaN(data18)) {
          const err43 = { instancePath: instancePath + "/concurrent", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data18 };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
      }
      if (typeof data18 === "string") {
        if (!pattern10.test(data18)) {
          const err44 = { instancePath: instancePath + "/concurrent", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data18 };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
      }
    }
    if (data.drops !== void 0) {
      let data19 = data.drops;
      if (!(typeof data19 == "number" && (!(data19 % 1) && !isNaN(data19)) && isFinite(data19)) && typeof data19 !== "string") {
        const err45 = { instancePath: instancePath + "/drops", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data19 };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
      if (typeof data19 == "number" && isFinite(data19)) {
        if (data19 < 0 || isNaN(data19)) {
          const err46 = { instancePath: instancePath + "/drops", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data19 };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
      }
      if (typeof data19 === "string") {
        if (!pattern10.test(data19)) {
          const err47 = { instancePath: instancePath + "/drops", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data19 };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
      }
    }
    if (data.messages_in !== void 0) {
      let data20 = data.messages_in;
      if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20)) && typeof data20 !== "string") {
        const err48 = { instancePath: instancePath + "/messages_in", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data20 };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
      if (typeof data20 == "number" && isFinite(data20)) {
        if (data20 < 0 || isNaN(data20)) {
          const err49 = { instancePath: instancePath + "/messages_in", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data20 };
          if (vErrors === null) {
            vErrors = [err49];
          } else {
            vErrors.push(err49);
          }
          errors++;
        }
      }
      if (typeof data20 === "string") {
        if (!pattern10.test(data20)) {
          const err50 = { instancePath: instancePath + "/messages_in", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data20 };
          if (vErrors === null) {
            vErrors = [err50];
          } else {
            vErrors.push(err50);
          }
          errors++;
        }
      }
    }
    if (data.messages_out !== void 0) {
      let data21 = data.messages_out;
      if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21)) && typeof data21 !== "string") {
        const err51 = { instancePath: instancePath + "/messages_out", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data21 };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
      if (typeof data21 == "number" && isFinite(data21)) {
        if (data21 < 0 || isNaN(data21)) {
          const err52 = { instancePath: instancePath + "/messages_out", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data21 };
          if (vErrors === null) {
            vErrors = [err52];
          } else {
            vErrors.push(err52);
          }
          errors++;
        }
      }
      if (typeof data21 === "string") {
        if (!pattern10.test(data21)) {
          const err53 = { instancePath: instancePath + "/messages_out", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data21 };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
      }
    }
    if (data.late !== void 0) {
      let data22 = data.late;
      if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22)) && typeof data22 !== "string") {
        const err54 = { instancePath: instancePath + "/late", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data22 };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
      if (typeof data22 == "number" && isFinite(data22)) {
        if (data22 < 0 || isNaN(data22)) {
          const err55 = { instancePath: instancePath + "/late", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data22 };
          if (vErrors === null) {
            vErrors = [err55];
          } else {
            vErrors.push(err55);
          }
          errors++;
        }
      }
      if (typeof data22 === "string") {
        if (!pattern10.test(data22)) {
          const err56 = { instancePath: instancePath + "/late", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data22 };
          if (vErrors === null) {
            vErrors = [err56];
          } else {
            vErrors.push(err56);
          }
          errors++;
        }
      }
    }
    if (data.duplicates !== void 0) {
      let data23 = data.duplicates;
      if (!(typeof data23 == "number" && (!(data23 % 1) && !isNaN(data23)) && isFinite(data23)) && typeof data23 !== "string") {
        const err57 = { instancePath: instancePath + "/duplicates", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data23 };
        if (vErrors === null) {
          vErrors = [err57];
        } else {
          vErrors.push(err57);
        }
        errors++;
      }
      if (typeof data23 == "number" && isFinite(data23)) {
        if (data23 < 0 || isNaN(data23)) {
          const err58 = { instancePath: instancePath + "/duplicates", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data23 };
          if (vErrors === null) {
            vErrors = [err58];
          } else {
            vErrors.push(err58);
          }
          errors++;
        }
      }
      if (typeof data23 === "string") {
        if (!pattern10.test(data23)) {
          const err59 = { instancePath: instancePath + "/duplicates", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data23 };
          if (vErrors === null) {
            vErrors = [err59];
          } else {
            vErrors.push(err59);
          }
          errors++;
        }
      }
    }
    if (data.unmatched !== void 0) {
      let data24 = data.unmatched;
      if (!(typeof data24 == "number" && (!(data24 % 1) && !isNaN(data24)) && isFinite(data24)) && typeof data24 !== "string") {
        const err60 = { instancePath: instancePath + "/unmatched", schemaPath: "#/definitions/countLimit/type", keyword: "type", params: { type: schema22.type }, schema: schema22.type, parentSchema: schema22, data: data24 };
        if (vErrors === null) {
          vErrors = [err60];
        } else {
          vErrors.push(err60);
        }
        errors++;
      }
      if (typeof data24 == "number" && isFinite(data24)) {
        if (data24 < 0 || isNaN(data24)) {
          const err61 = { instancePath: instancePath + "/unmatched", schemaPath: "#/definitions/countLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema22, data: data24 };
          if (vErrors === null) {
            vErrors = [err61];
          } else {
            vErrors.push(err61);
          }
          errors++;
        }
      }
      if (typeof data24 === "string") {
        if (!pattern10.test(data24)) {
          const err62 = { instancePath: instancePath + "/unmatched", schemaPath: "#/definitions/countLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}$", parentSchema: schema22, data: data24 };
          if (vErrors === null) {
            vErrors = [err62];
          } else {
            vErrors.push(err62);
          }
          errors++;
        }
      }
    }
    if (data.session_p95 !== void 0) {
      let data25 = data.session_p95;
      if (typeof data25 === "string") {
        if (!pattern1.test(data25)) {
          const err63 = { instancePath: instancePath + "/session_p95", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data25 };
          if (vErrors === null) {
            vErrors = [err63];
          } else {
            vErrors.push(err63);
          }
          errors++;
        }
      } else {
        const err64 = { instancePath: instancePath + "/session_p95", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data25 };
        if (vErrors === null) {
          vErrors = [err64];
        } else {
          vErrors.push(err64);
        }
        errors++;
      }
    }
    if (data.duration !== void 0) {
      let data26 = data.duration;
      if (typeof data26 === "string") {
        if (!pattern1.test(data26)) {
          const err65 = { instancePath: instancePath + "/duration", schemaPath: "#/definitions/durationLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema65, data: data26 };
          if (vErrors === null) {
            vErrors = [err65];
          } else {
            vErrors.push(err65);
          }
          errors++;
        }
      } else {
        const err66 = { instancePath: instancePath + "/duration", schemaPath: "#/definitions/durationLimit/type", keyword: "type", params: { type: "string" }, schema: schema65.type, parentSchema: schema65, data: data26 };
        if (vErrors === null) {
          vErrors = [err66];
        } else {
          vErrors.push(err66);
        }
        errors++;
      }
    }
    for (const key3 in data) {
      if (pattern0.test(key3)) {
        let data27 = data[key3];
        if (typeof data27 === "string") {
          if (!pattern1.test(data27)) {
            const err67 = { instancePath: instancePath + "/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data27 };
            if (vErrors === null) {
              vErrors = [err67];
            } else {
              vErrors.push(err67);
            }
            errors++;
          }
        } else {
          const err68 = { instancePath: instancePath + "/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data27 };
          if (vErrors === null) {
            vErrors = [err68];
          } else {
            vErrors.push(err68);
          }
          errors++;
        }
      }
    }
  } else {
    const err69 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema39.type, parentSchema: schema39, data };
    if (vErrors === null) {
      vErrors = [err69];
    } else {
      vErrors.push(err69);
    }
    errors++;
  }
  validate13.errors = vErrors;
  return errors === 0;
}
var schema67 = { "description": "One metric, beyond its limit in `for` disjoint windows.", "type": "object", "x-expected": "a map such as { p99: 2s, window: 10s, for: 3 }", "properties": { "endpoint": { "description": "A series, or a pattern; absent: all together.", "type": "string", "pattern": "\\S", "x-expected": "some text" }, "error_rate": { "$ref": "#/definitions/ratioLimit" }, "p50": { "$ref": "#/definitions/latencyLimit" }, "p95": { "$ref": "#/definitions/latencyLimit" }, "p99": { "$ref": "#/definitions/latencyLimit" }, "service_p95": { "$ref": "#/definitions/latencyLimit" }, "ttfb_p95": { "$ref": "#/definitions/latencyLimit" }, "window": { "$ref": "#/definitions/duration" }, "for": { "description": "Disjoint windows (default 1).", "type": "integer", "minimum": 1, "maximum": 1e4 }, "then": { "description": "abort, fail (default) or warn.", "type": "string", "enum": ["abort", "fail", "warn"] } }, "patternProperties": { "^(service_|ttfb_)?p(?!0{1,2}(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$": { "$ref": "#/definitions/latencyLimit" } }, "additionalProperties": false, "required": ["window"] };
var pattern59 = new RegExp("^(service_|ttfb_)?p(?!0{1,2}(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$", "u");
var pattern60 = new RegExp("\\S", "u");
var pattern67 = new RegExp("^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", "u");
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.window === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "window" }, schema: schema67.required, parentSchema: schema67, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(func2.call(schema67.properties, key0) || pattern59.test(key0))) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema67, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.endpoint !== void 0) {
      let data0 = data.endpoint;
      if (typeof data0 === "string") {
        if (!pattern60.test(data0)) {
          const err2 = { instancePath: instancePath + "/endpoint", schemaPath: "#/properties/endpoint/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema67.properties.endpoint, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/endpoint", schemaPath: "#/properties/endpoint/type", keyword: "type", params: { type: "string" }, schema: schema67.properties.endpoint.type, parentSchema: schema67.properties.endpoint, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.error_rate !== void 0) {
      let data1 = data.error_rate;
      if (typeof data1 === "string") {
        if (!pattern9.test(data1)) {
          const err4 = { instancePath: instancePath + "/error_rate", schemaPath: "#/definitions/ratioLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema21, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/error_rate", schemaPath: "#/definitions/ratioLimit/type", keyword: "type", params: { type: "string" }, schema: schema21.type, parentSchema: schema21, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.p50 !== void 0) {
      let data2 = data.p50;
      if (typeof data2 === "string") {
        if (!pattern1.test(data2)) {
          const err6 = { instancePath: instancePath + "/p50", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/p50", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.p95 !== void 0) {
      let data3 = data.p95;
      if (typeof data3 === "string") {
        if (!pattern1.test(data3)) {
          const err8 = { instancePath: instancePath + "/p95", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/p95", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.p99 !== void 0) {
      let data4 = data.p99;
      if (typeof data4 === "string") {
        if (!pattern1.test(data4)) {
          const err10 = { instancePath: instancePath + "/p99", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data4 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/p99", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.service_p95 !== void 0) {
      let data5 = data.service_p95;
      if (typeof data5 === "string") {
        if (!pattern1.test(data5)) {
          const err12 = { instancePath: instancePath + "/service_p95", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data5 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/service_p95", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data5 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.ttfb_p95 !== void 0) {
      let data6 = data.ttfb_p95;
      if (typeof data6 === "string") {
        if (!pattern1.test(data6)) {
          const err14 = { instancePath: instancePath + "/ttfb_p95", schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data6 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/ttfb_p95", schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data6 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.window !== void 0) {
      let data7 = data.window;
      if (typeof data7 === "string") {
        if (!pattern67.test(data7)) {
          const err16 = { instancePath: instancePath + "/window", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema74, data: data7 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/window", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema74.type, parentSchema: schema74, data: data7 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.for !== void 0) {
      let data8 = data.for;
      if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
        const err18 = { instancePath: instancePath + "/for", schemaPath: "#/properties/for/type", keyword: "type", params: { type: "integer" }, schema: schema67.properties.for.type, parentSchema: schema67.properties.for, data: data8 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (typeof data8 == "number" && isFinite(data8)) {
        if (data8 > 1e4 || isNaN(data8)) {
          const err19 = { instancePath: instancePath + "/for", schemaPath: "#/properties/for/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, schema: 1e4, parentSchema: schema67.properties.for, data: data8 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        if (data8 < 1 || isNaN(data8)) {
          const err20 = { instancePath: instancePath + "/for", schemaPath: "#/properties/for/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema67.properties.for, data: data8 };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      }
    }
    if (data.then !== void 0) {
      let data9 = data.then;
      if (typeof data9 !== "string") {
        const err21 = { instancePath: instancePath + "/then", schemaPath: "#/properties/then/type", keyword: "type", params: { type: "string" }, schema: schema67.properties.then.type, parentSchema: schema67.properties.then, data: data9 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
      if (!(data9 === "abort" || data9 === "fail" || data9 === "warn")) {
        const err22 = { instancePath: instancePath + "/then", schemaPath: "#/properties/then/enum", keyword: "enum", params: { allowedValues: schema67.properties.then.enum }, schema: schema67.properties.then.enum, parentSchema: schema67.properties.then, data: data9 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    for (const key1 in data) {
      if (pattern59.test(key1)) {
        let data10 = data[key1];
        if (typeof data10 === "string") {
          if (!pattern1.test(data10)) {
            const err23 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/latencyLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^((<=|>=|==|!=|<|>) *)?\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema13, data: data10 };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        } else {
          const err24 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/latencyLimit/type", keyword: "type", params: { type: "string" }, schema: schema13.type, parentSchema: schema13, data: data10 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      }
    }
  } else {
    const err25 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema67.type, parentSchema: schema67, data };
    if (vErrors === null) {
      vErrors = [err25];
    } else {
      vErrors.push(err25);
    }
    errors++;
  }
  validate17.errors = vErrors;
  return errors === 0;
}
var schema76 = { "description": "One value that the target tells of itself, from one source, and its limits.", "type": "object", "x-expected": "a map such as { json: /health, path: $.queue_length, max: 50 }", "properties": { "promql": { "description": "A PromQL expression with one series, asked of the Prometheus at --prometheus-url over the judged phases.", "type": "string", "pattern": "\\S", "x-expected": "a PromQL expression" }, "json": { "description": "A path of the target, or a URL of an allowed host, that answers JSON.", "type": "string", "pattern": "\\S", "x-expected": "a path such as /health" }, "metrics": { "description": "A path of the target, or a URL of an allowed host, that answers Prometheus text.", "type": "string", "pattern": "\\S", "x-expected": "a path such as /metrics" }, "ws": { "description": "A WebSocket of the target that sends JSON; every message that has the path is a value.", "type": "string", "pattern": "\\S", "x-expected": "a path such as /ws/stats" }, "command": { "description": "A program and its arguments, without a shell; it prints one number. Refused unless --allow-commands is given.", "type": "array", "items": { "description": "The program, or an argument.", "type": "string" }, "minItems": 1 }, "path": { "description": "Beside json and ws: the JSONPath (RFC 9535) of the number.", "type": "string", "pattern": "\\S", "x-expected": "a JSONPath such as $.queue_length" }, "name": { "description": 'Beside metrics: the metric, with labels where it has several lines: db_pool{pool="main"}.', "type": "string", "pattern": "\\S", "x-expected": "the name of a metric" }, "every": { "description": "How often it is asked; for a WebSocket, how often it is expected to send; for PromQL, the step (default 1s, at least 100ms).", "$ref": "#/definitions/duration" }, "max": { "description": "The highest value: at most this.", "$ref": "#/definitions/serverLimit" }, "min": { "description": "The lowest value: at least this.", "$ref": "#/definitions/serverLimit" }, "last": { "description": "The last value of the judged time: at most this, or a comparison.", "$ref": "#/definitions/serverLimit" }, "avg": { "description": "The mean of all values: at most this, or a comparison.", "$ref": "#/definitions/serverLimit" }, "growth": { "description": "(last - first) / first: at most this share, or a comparison.", "$ref": "#/definitions/serverLimit" }, "delta": { "description": "The value at the end of the judged time less that at its beginning: at most this, or a comparison.", "$ref": "#/definitions/serverLimit" }, "recovers": { "description": "Back to normal after the load.", "type": "object", "x-expected": "a map such as { to: 5, within: 30s }", "properties": { "to": { "description": "What is normal: at most this, or a comparison.", "$ref": "#/definitions/serverLimit" }, "within": { "description": "From the end of the load.", "$ref": "#/definitions/duration" } }, "additionalProperties": false, "required": ["to", "within"] } }, "additionalProperties": false };
var schema78 = { "description": "A number, or a quantity with its unit (60%, 500ms, 2GB), or a comparison with either.", "type": ["number", "string"], "pattern": "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$", "x-expected": 'a number, a quantity such as 60%, 500ms or 2GB, or a comparison such as ">= 10"' };
var pattern77 = new RegExp("^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$", "u");
function validate19(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema76.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema76, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.promql !== void 0) {
      let data0 = data.promql;
      if (typeof data0 === "string") {
        if (!pattern60.test(data0)) {
          const err1 = { instancePath: instancePath + "/promql", schemaPath: "#/properties/promql/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema76.properties.promql, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/promql", schemaPath: "#/properties/promql/type", keyword: "type", params: { type: "string" }, schema: schema76.properties.promql.type, parentSchema: schema76.properties.promql, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.json !== void 0) {
      let data1 = data.json;
      if (typeof data1 === "string") {
        if (!pattern60.test(data1)) {
          const err3 = { instancePath: instancePath + "/json", schemaPath: "#/properties/json/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema76.properties.json, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/json", schemaPath: "#/properties/json/type", keyword: "type", params: { type: "string" }, schema: schema76.properties.json.type, parentSchema: schema76.properties.json, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.metrics !== void 0) {
      let data2 = data.metrics;
      if (typeof data2 === "string") {
        if (!pattern60.test(data2)) {
          const err5 = { instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema76.properties.metrics, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/type", keyword: "type", params: { type: "string" }, schema: schema76.properties.metrics.type, parentSchema: schema76.properties.metrics, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.ws !== void 0) {
      let data3 = data.ws;
      if (typeof data3 === "string") {
        if (!pattern60.test(data3)) {
          const err7 = { instancePath: instancePath + "/ws", schemaPath: "#/properties/ws/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema76.properties.ws, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/ws", schemaPath: "#/properties/ws/type", keyword: "type", params: { type: "string" }, schema: schema76.properties.ws.type, parentSchema: schema76.properties.ws, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.command !== void 0) {
      let data4 = data.command;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err9 = { instancePath: instancePath + "/command", schemaPath: "#/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema76.properties.command, data: data4 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (typeof data5 !== "string") {
            const err10 = { instancePath: instancePath + "/command/" + i0, schemaPath: "#/properties/command/items/type", keyword: "type", params: { type: "string" }, schema: schema76.properties.command.items.type, parentSchema: schema76.properties.command.items, data: data5 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/command", schemaPath: "#/properties/command/type", keyword: "type", params: { type: "array" }, schema: schema76.properties.command.type, parentSchema: schema76.properties.command, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      let data6 = data.path;
      if (typeof data6 === "string") {
        if (!pattern60.test(data6)) {
          const err12 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema76.properties.path, data: data6 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, schema: schema76.properties.path.type, parentSchema: schema76.properties.path, data: data6 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data7 = data.name;
      if (typeof data7 === "string") {
        if (!pattern60.test(data7)) {
          const err14 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "\\S" }, schema: "\\S", parentSchema: schema76.properties.name, data: data7 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema76.properties.name.type, parentSchema: schema76.properties.name, data: data7 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.every !== void 0) {
      let data8 = data.every;
      if (typeof data8 === "string") {
        if (!pattern67.test(data8)) {
          const err16 = { instancePath: instancePath + "/every", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema74, data: data8 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/every", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema74.type, parentSchema: schema74, data: data8 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.max !== void 0) {
      let data9 = data.max;
      if (!(typeof data9 == "number" && isFinite(data9)) && typeof data9 !== "string") {
        const err18 = { instancePath: instancePath + "/max", schemaPath: "#/definitions/serverLimit/type", keyword: "type", params: { type: schema78.type }, schema: schema78.type, parentSchema: schema78, data: data9 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (typeof data9 === "string") {
        if (!pattern77.test(data9)) {
          const err19 = { instancePath: instancePath + "/max", schemaPath: "#/definitions/serverLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$" }, schema: "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$", parentSchema: schema78, data: data9 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      }
    }
    if (data.min !== void 0) {
      let data10 = data.min;
      if (!(typeof data10 == "number" && isFinite(data10)) && typeof data10 !== "string") {
        const err20 = { instancePath: instancePath + "/min", schemaPath: "#/definitions/serverLimit/type", keyword: "type", params: { type: schema78.type }, schema: schema78.type, parentSchema: schema78, data: data10 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      if (typeof data10 === "string") {
        if (!pattern77.test(data10)) {
          const err21 = { instancePath: instancePath + "/min", schemaPath: "#/definitions/serverLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$" }, schema: "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$", parentSchema: schema78, data: data10 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      }
    }
    if (data.last !== void 0) {
      let data11 = data.last;
      if (!(typeof data11 == "number" && isFinite(data11)) && typeof data11 !== "string") {
        const err22 = { instancePath: instancePath + "/last", schemaPath: "#/definitions/serverLimit/type", keyword: "type", params: { type: schema78.type }, schema: schema78.type, parentSchema: schema78, data: data11 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
      if (typeof data11 === "string") {
        if (!pattern77.test(data11)) {
          const err23 = { instancePath: instancePath + "/last", schemaPath: "#/definitions/serverLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$" }, schema: "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$", parentSchema: schema78, data: data11 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      }
    }
    if (data.avg !== void 0) {
      let data12 = data.avg;
      if (!(typeof data12 == "number" && isFinite(data12)) && typeof data12 !== "string") {
        const err24 = { instancePath: instancePath + "/avg", schemaPath: "#/definitions/serverLimit/type", keyword: "type", params: { type: schema78.type }, schema: schema78.type, parentSchema: schema78, data: data12 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
      if (typeof data12 === "string") {
        if (!pattern77.test(data12)) {
          const err25 = { instancePath: instancePath + "/avg", schemaPath: "#/definitions/serverLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$" }, schema: "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$", parentSchema: schema78, data: data12 };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      }
    }
    if (data.growth !== void 0) {
      let data13 = data.growth;
      if (!(typeof data13 == "number" && isFinite(data13)) && typeof data13 !== "string") {
        const err26 = { instancePath: instancePath + "/growth", schemaPath: "#/definitions/serverLimit/type", keyword: "type", params: { type: schema78.type }, schema: schema78.type, parentSchema: schema78, data: data13 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
      if (typeof data13 === "string") {
        if (!pattern77.test(data13)) {
          const err27 = { instancePath: instancePath + "/growth", schemaPath: "#/definitions/serverLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$" }, schema: "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$", parentSchema: schema78, data: data13 };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      }
    }
    if (data.delta !== void 0) {
      let data14 = data.delta;
      if (!(typeof data14 == "number" && isFinite(data14)) && typeof data14 !== "string") {
        const err28 = { instancePath: instancePath + "/delta", schemaPath: "#/definitions/serverLimit/type", keyword: "type", params: { type: schema78.type }, schema: schema78.type, parentSchema: schema78, data: data14 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (typeof data14 === "string") {
        if (!pattern77.test(data14)) {
          const err29 = { instancePath: instancePath + "/delta", schemaPath: "#/definitions/serverLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$" }, schema: "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$", parentSchema: schema78, data: data14 };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      }
    }
    if (data.recovers !== void 0) {
      let data15 = data.recovers;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        if (data15.to === void 0) {
          const err30 = { instancePath: instancePath + "/recovers", schemaPath: "#/properties/recovers/required", keyword: "required", params: { missingProperty: "to" }, schema: schema76.properties.recovers.required, parentSchema: schema76.properties.recovers, data: data15 };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (data15.within === void 0) {
          const err31 = { instancePath: instancePath + "/recovers", schemaPath: "#/properties/recovers/required", keyword: "required", params: { missingProperty: "within" }, schema: schema76.properties.recovers.required, parentSchema: schema76.properties.recovers, data: data15 };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        for (const key1 in data15) {
          if (!(key1 === "to" || key1 === "within")) {
            const err32 = { instancePath: instancePath + "/recovers", schemaPath: "#/properties/recovers/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema76.properties.recovers, data: data15 };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data15.to !== void 0) {
          let data16 = data15.to;
          if (!(typeof data16 == "number" && isFinite(data16)) && typeof data16 !== "string") {
            const err33 = { instancePath: instancePath + "/recovers/to", schemaPath: "#/definitions/serverLimit/type", keyword: "type", params: { type: schema78.type }, schema: schema78.type, parentSchema: schema78, data: data16 };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
          if (typeof data16 === "string") {
            if (!pattern77.test(data16)) {
              const err34 = { instancePath: instancePath + "/recovers/to", schemaPath: "#/definitions/serverLimit/pattern", keyword: "pattern", params: { pattern: "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$" }, schema: "^((<=|>=|==|!=|<|>) *)?-?\\d{1,15}(\\.\\d{1,9})?(%|us|ms|s|m|h|B|KB|MB|GB|KiB|MiB|GiB)?$", parentSchema: schema78, data: data16 };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
          }
        }
        if (data15.within !== void 0) {
          let data17 = data15.within;
          if (typeof data17 === "string") {
            if (!pattern67.test(data17)) {
              const err35 = { instancePath: instancePath + "/recovers/within", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema74, data: data17 };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
          } else {
            const err36 = { instancePath: instancePath + "/recovers/within", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema74.type, parentSchema: schema74, data: data17 };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
      } else {
        const err37 = { instancePath: instancePath + "/recovers", schemaPath: "#/properties/recovers/type", keyword: "type", params: { type: "object" }, schema: schema76.properties.recovers.type, parentSchema: schema76.properties.recovers, data: data15 };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
  } else {
    const err38 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema76.type, parentSchema: schema76, data };
    if (vErrors === null) {
      vErrors = [err38];
    } else {
      vErrors.push(err38);
    }
    errors++;
  }
  validate19.errors = vErrors;
  return errors === 0;
}
var schema92 = { "description": "Tolerances of one endpoint.", "type": "object", "x-expected": "a map of tolerances such as { p95: 5%, error_rate: 1% }", "properties": { "p50": { "$ref": "#/definitions/ratio" }, "p90": { "$ref": "#/definitions/ratio" }, "p95": { "$ref": "#/definitions/ratio" }, "p99": { "$ref": "#/definitions/ratio" }, "p99.9": { "$ref": "#/definitions/ratio" }, "error_rate": { "$ref": "#/definitions/ratio" } }, "patternProperties": { "^p(?!0{1,2}(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$": { "$ref": "#/definitions/ratio" } }, "additionalProperties": false, "minProperties": 1 };
var pattern85 = new RegExp("^p(?!0{1,2}(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$", "u");
var pattern86 = new RegExp("^\\d{1,12}(\\.\\d{1,9})?%$", "u");
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema92, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "p50" || key0 === "p90" || key0 === "p95" || key0 === "p99" || key0 === "p99.9" || key0 === "error_rate" || pattern85.test(key0))) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema92, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.p50 !== void 0) {
      let data0 = data.p50;
      if (typeof data0 === "string") {
        if (!pattern86.test(data0)) {
          const err2 = { instancePath: instancePath + "/p50", schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/p50", schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.p90 !== void 0) {
      let data1 = data.p90;
      if (typeof data1 === "string") {
        if (!pattern86.test(data1)) {
          const err4 = { instancePath: instancePath + "/p90", schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/p90", schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.p95 !== void 0) {
      let data2 = data.p95;
      if (typeof data2 === "string") {
        if (!pattern86.test(data2)) {
          const err6 = { instancePath: instancePath + "/p95", schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/p95", schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.p99 !== void 0) {
      let data3 = data.p99;
      if (typeof data3 === "string") {
        if (!pattern86.test(data3)) {
          const err8 = { instancePath: instancePath + "/p99", schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/p99", schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data["p99.9"] !== void 0) {
      let data4 = data["p99.9"];
      if (typeof data4 === "string") {
        if (!pattern86.test(data4)) {
          const err10 = { instancePath: instancePath + "/p99.9", schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data4 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/p99.9", schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.error_rate !== void 0) {
      let data5 = data.error_rate;
      if (typeof data5 === "string") {
        if (!pattern86.test(data5)) {
          const err12 = { instancePath: instancePath + "/error_rate", schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data5 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/error_rate", schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data5 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    for (const key1 in data) {
      if (pattern85.test(key1)) {
        let data6 = data[key1];
        if (typeof data6 === "string") {
          if (!pattern86.test(data6)) {
            const err14 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data6 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        } else {
          const err15 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data6 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema92.type, parentSchema: schema92, data };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
var schema101 = { "description": "Percentiles of one endpoint.", "type": "object", "x-expected": "a map of percentiles such as { p95: 120ms }", "properties": { "p50": { "$ref": "#/definitions/duration" }, "p90": { "$ref": "#/definitions/duration" }, "p95": { "$ref": "#/definitions/duration" }, "p99": { "$ref": "#/definitions/duration" }, "p99.9": { "$ref": "#/definitions/duration" } }, "patternProperties": { "^p(?!0{1,2}(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$": { "$ref": "#/definitions/duration" } }, "additionalProperties": false, "minProperties": 1 };
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema101, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "p50" || key0 === "p90" || key0 === "p95" || key0 === "p99" || key0 === "p99.9" || pattern85.test(key0))) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema101, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.p50 !== void 0) {
      let data0 = data.p50;
      if (typeof data0 === "string") {
        if (!pattern67.test(data0)) {
          const err2 = { instancePath: instancePath + "/p50", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema74, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/p50", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema74.type, parentSchema: schema74, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.p90 !== void 0) {
      let data1 = data.p90;
      if (typeof data1 === "string") {
        if (!pattern67.test(data1)) {
          const err4 = { instancePath: instancePath + "/p90", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema74, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/p90", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema74.type, parentSchema: schema74, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.p95 !== void 0) {
      let data2 = data.p95;
      if (typeof data2 === "string") {
        if (!pattern67.test(data2)) {
          const err6 = { instancePath: instancePath + "/p95", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema74, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/p95", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema74.type, parentSchema: schema74, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.p99 !== void 0) {
      let data3 = data.p99;
      if (typeof data3 === "string") {
        if (!pattern67.test(data3)) {
          const err8 = { instancePath: instancePath + "/p99", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema74, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/p99", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema74.type, parentSchema: schema74, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data["p99.9"] !== void 0) {
      let data4 = data["p99.9"];
      if (typeof data4 === "string") {
        if (!pattern67.test(data4)) {
          const err10 = { instancePath: instancePath + "/p99.9", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema74, data: data4 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/p99.9", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema74.type, parentSchema: schema74, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    for (const key1 in data) {
      if (pattern85.test(key1)) {
        let data5 = data[key1];
        if (typeof data5 === "string") {
          if (!pattern67.test(data5)) {
            const err12 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema74, data: data5 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        } else {
          const err13 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema74.type, parentSchema: schema74, data: data5 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema101.type, parentSchema: schema101, data };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
var pattern115 = new RegExp("^auto$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema11.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema11, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      let data0 = data.version;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "integer" }, schema: schema11.properties.version.type, parentSchema: schema11.properties.version, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 < 1 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema11.properties.version, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
    }
    if (data.endpoints !== void 0) {
      let data1 = data.endpoints;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          if (!validate11(data1[key1], { instancePath: instancePath + "/endpoints/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data1, parentDataProperty: key1, rootData })) {
            vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/endpoints", schemaPath: "#/properties/endpoints/type", keyword: "type", params: { type: "object" }, schema: schema11.properties.endpoints.type, parentSchema: schema11.properties.endpoints, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.total !== void 0) {
      if (!validate13(data.total, { instancePath: instancePath + "/total", parentData: data, parentDataProperty: "total", rootData })) {
        vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
        errors = vErrors.length;
      }
    }
    if (data.phases !== void 0) {
      let data4 = data.phases;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (const key2 in data4) {
          let data5 = data4[key2];
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            if (Object.keys(data5).length < 1) {
              const err4 = { instancePath: instancePath + "/phases/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/phases/additionalProperties/minProperties", keyword: "minProperties", params: { limit: 1 }, schema: 1, parentSchema: schema11.properties.phases.additionalProperties, data: data5 };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
            for (const key3 in data5) {
              if (!(key3 === "endpoints" || key3 === "total")) {
                const err5 = { instancePath: instancePath + "/phases/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/phases/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, schema: false, parentSchema: schema11.properties.phases.additionalProperties, data: data5 };
                if (vErrors === null) {
                  vErrors = [err5];
                } else {
                  vErrors.push(err5);
                }
                errors++;
              }
            }
            if (data5.endpoints !== void 0) {
              let data6 = data5.endpoints;
              if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                for (const key4 in data6) {
                  if (!validate11(data6[key4], { instancePath: instancePath + "/phases/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/endpoints/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data6, parentDataProperty: key4, rootData })) {
                    vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
                    errors = vErrors.length;
                  }
                }
              } else {
                const err6 = { instancePath: instancePath + "/phases/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/endpoints", schemaPath: "#/properties/phases/additionalProperties/properties/endpoints/type", keyword: "type", params: { type: "object" }, schema: schema11.properties.phases.additionalProperties.properties.endpoints.type, parentSchema: schema11.properties.phases.additionalProperties.properties.endpoints, data: data6 };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            if (data5.total !== void 0) {
              if (!validate13(data5.total, { instancePath: instancePath + "/phases/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/total", parentData: data5, parentDataProperty: "total", rootData })) {
                vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err7 = { instancePath: instancePath + "/phases/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/phases/additionalProperties/type", keyword: "type", params: { type: "object" }, schema: schema11.properties.phases.additionalProperties.type, parentSchema: schema11.properties.phases.additionalProperties, data: data5 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/phases", schemaPath: "#/properties/phases/type", keyword: "type", params: { type: "object" }, schema: schema11.properties.phases.type, parentSchema: schema11.properties.phases, data: data4 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.windows !== void 0) {
      let data9 = data.windows;
      if (Array.isArray(data9)) {
        const len0 = data9.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate17(data9[i0], { instancePath: instancePath + "/windows/" + i0, parentData: data9, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/windows", schemaPath: "#/properties/windows/type", keyword: "type", params: { type: "array" }, schema: schema11.properties.windows.type, parentSchema: schema11.properties.windows, data: data9 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.server !== void 0) {
      let data11 = data.server;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        for (const key5 in data11) {
          if (!validate19(data11[key5], { instancePath: instancePath + "/server/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data11, parentDataProperty: key5, rootData })) {
            vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/server", schemaPath: "#/properties/server/type", keyword: "type", params: { type: "object" }, schema: schema11.properties.server.type, parentSchema: schema11.properties.server, data: data11 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.regression !== void 0) {
      let data13 = data.regression;
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        for (const key6 in data13) {
          if (!(key6 === "p95" || key6 === "throughput" || key6 === "error_rate" || key6 === "min_change" || key6 === "false_alarm" || key6 === "confirm" || key6 === "deployment_noise" || key6 === "endpoints" || pattern85.test(key6))) {
            const err11 = { instancePath: instancePath + "/regression", schemaPath: "#/properties/regression/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, schema: false, parentSchema: schema11.properties.regression, data: data13 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data13.p95 !== void 0) {
          let data14 = data13.p95;
          if (typeof data14 === "string") {
            if (!pattern86.test(data14)) {
              const err12 = { instancePath: instancePath + "/regression/p95", schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data14 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/regression/p95", schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data14 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data13.throughput !== void 0) {
          let data15 = data13.throughput;
          if (typeof data15 === "string") {
            if (!pattern86.test(data15)) {
              const err14 = { instancePath: instancePath + "/regression/throughput", schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data15 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/regression/throughput", schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data15 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data13.error_rate !== void 0) {
          let data16 = data13.error_rate;
          if (typeof data16 === "string") {
            if (!pattern86.test(data16)) {
              const err16 = { instancePath: instancePath + "/regression/error_rate", schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data16 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/regression/error_rate", schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data16 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data13.min_change !== void 0) {
          let data17 = data13.min_change;
          if (typeof data17 === "string") {
            if (!pattern67.test(data17)) {
              const err18 = { instancePath: instancePath + "/regression/min_change", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema74, data: data17 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/regression/min_change", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema74.type, parentSchema: schema74, data: data17 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data13.false_alarm !== void 0) {
          let data18 = data13.false_alarm;
          if (typeof data18 === "string") {
            if (!pattern86.test(data18)) {
              const err20 = { instancePath: instancePath + "/regression/false_alarm", schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data18 };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/regression/false_alarm", schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data18 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data13.confirm !== void 0) {
          let data19 = data13.confirm;
          if (typeof data19 !== "boolean") {
            const err22 = { instancePath: instancePath + "/regression/confirm", schemaPath: "#/properties/regression/properties/confirm/type", keyword: "type", params: { type: "boolean" }, schema: schema11.properties.regression.properties.confirm.type, parentSchema: schema11.properties.regression.properties.confirm, data: data19 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data13.deployment_noise !== void 0) {
          let data20 = data13.deployment_noise;
          if (typeof data20 === "string") {
            if (!pattern86.test(data20)) {
              const err23 = { instancePath: instancePath + "/regression/deployment_noise", schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data20 };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          } else {
            const err24 = { instancePath: instancePath + "/regression/deployment_noise", schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data20 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data13.endpoints !== void 0) {
          let data21 = data13.endpoints;
          if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
            for (const key7 in data21) {
              if (!validate21(data21[key7], { instancePath: instancePath + "/regression/endpoints/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data21, parentDataProperty: key7, rootData })) {
                vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err25 = { instancePath: instancePath + "/regression/endpoints", schemaPath: "#/properties/regression/properties/endpoints/type", keyword: "type", params: { type: "object" }, schema: schema11.properties.regression.properties.endpoints.type, parentSchema: schema11.properties.regression.properties.endpoints, data: data21 };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        for (const key8 in data13) {
          if (pattern85.test(key8)) {
            let data23 = data13[key8];
            if (typeof data23 === "string") {
              if (!pattern86.test(data23)) {
                const err26 = { instancePath: instancePath + "/regression/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data23 };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            } else {
              const err27 = { instancePath: instancePath + "/regression/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data23 };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          }
        }
      } else {
        const err28 = { instancePath: instancePath + "/regression", schemaPath: "#/properties/regression/type", keyword: "type", params: { type: "object" }, schema: schema11.properties.regression.type, parentSchema: schema11.properties.regression, data: data13 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.baseline_values !== void 0) {
      let data24 = data.baseline_values;
      if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
        for (const key9 in data24) {
          if (!validate23(data24[key9], { instancePath: instancePath + "/baseline_values/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data24, parentDataProperty: key9, rootData })) {
            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err29 = { instancePath: instancePath + "/baseline_values", schemaPath: "#/properties/baseline_values/type", keyword: "type", params: { type: "object" }, schema: schema11.properties.baseline_values.type, parentSchema: schema11.properties.baseline_values, data: data24 };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.generator !== void 0) {
      let data26 = data.generator;
      if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
        for (const key10 in data26) {
          if (!(key10 === "schedule_lag_p99" || key10 === "event_loop_p99" || key10 === "cpu" || key10 === "missed")) {
            const err30 = { instancePath: instancePath + "/generator", schemaPath: "#/properties/generator/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, schema: false, parentSchema: schema11.properties.generator, data: data26 };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data26.schedule_lag_p99 !== void 0) {
          let data27 = data26.schedule_lag_p99;
          if (typeof data27 === "string") {
            if (!pattern67.test(data27)) {
              const err31 = { instancePath: instancePath + "/generator/schedule_lag_p99", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema74, data: data27 };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          } else {
            const err32 = { instancePath: instancePath + "/generator/schedule_lag_p99", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema74.type, parentSchema: schema74, data: data27 };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data26.event_loop_p99 !== void 0) {
          let data28 = data26.event_loop_p99;
          if (typeof data28 === "string") {
            if (!pattern67.test(data28)) {
              const err33 = { instancePath: instancePath + "/generator/event_loop_p99", schemaPath: "#/definitions/duration/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?(us|ms|s|m|h)$", parentSchema: schema74, data: data28 };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
          } else {
            const err34 = { instancePath: instancePath + "/generator/event_loop_p99", schemaPath: "#/definitions/duration/type", keyword: "type", params: { type: "string" }, schema: schema74.type, parentSchema: schema74, data: data28 };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data26.cpu !== void 0) {
          let data29 = data26.cpu;
          if (typeof data29 === "string") {
            if (!pattern86.test(data29)) {
              const err35 = { instancePath: instancePath + "/generator/cpu", schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data29 };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
          } else {
            const err36 = { instancePath: instancePath + "/generator/cpu", schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data29 };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data26.missed !== void 0) {
          let data30 = data26.missed;
          if (typeof data30 === "string") {
            if (!pattern86.test(data30)) {
              const err37 = { instancePath: instancePath + "/generator/missed", schemaPath: "#/definitions/ratio/pattern", keyword: "pattern", params: { pattern: "^\\d{1,12}(\\.\\d{1,9})?%$" }, schema: "^\\d{1,12}(\\.\\d{1,9})?%$", parentSchema: schema86, data: data30 };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
          } else {
            const err38 = { instancePath: instancePath + "/generator/missed", schemaPath: "#/definitions/ratio/type", keyword: "type", params: { type: "string" }, schema: schema86.type, parentSchema: schema86, data: data30 };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
      } else {
        const err39 = { instancePath: instancePath + "/generator", schemaPath: "#/properties/generator/type", keyword: "type", params: { type: "object" }, schema: schema11.properties.generator.type, parentSchema: schema11.properties.generator, data: data26 };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.min_samples !== void 0) {
      let data31 = data.min_samples;
      if (typeof data31 !== "string" && !(typeof data31 == "number" && (!(data31 % 1) && !isNaN(data31)) && isFinite(data31))) {
        const err40 = { instancePath: instancePath + "/min_samples", schemaPath: "#/properties/min_samples/type", keyword: "type", params: { type: schema11.properties.min_samples.type }, schema: schema11.properties.min_samples.type, parentSchema: schema11.properties.min_samples, data: data31 };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
      if (typeof data31 == "number" && isFinite(data31)) {
        if (data31 < 1 || isNaN(data31)) {
          const err41 = { instancePath: instancePath + "/min_samples", schemaPath: "#/properties/min_samples/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema11.properties.min_samples, data: data31 };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      }
      if (typeof data31 === "string") {
        if (!pattern115.test(data31)) {
          const err42 = { instancePath: instancePath + "/min_samples", schemaPath: "#/properties/min_samples/pattern", keyword: "pattern", params: { pattern: "^auto$" }, schema: "^auto$", parentSchema: schema11.properties.min_samples, data: data31 };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
      }
    }
    if (data.severity !== void 0) {
      let data32 = data.severity;
      if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
        for (const key11 in data32) {
          let data33 = data32[key11];
          if (typeof data33 !== "string") {
            const err43 = { instancePath: instancePath + "/severity/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/severity/additionalProperties/type", keyword: "type", params: { type: "string" }, schema: schema11.properties.severity.additionalProperties.type, parentSchema: schema11.properties.severity.additionalProperties, data: data33 };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
          if (!(data33 === "warn" || data33 === "fail")) {
            const err44 = { instancePath: instancePath + "/severity/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/severity/additionalProperties/enum", keyword: "enum", params: { allowedValues: schema11.properties.severity.additionalProperties.enum }, schema: schema11.properties.severity.additionalProperties.enum, parentSchema: schema11.properties.severity.additionalProperties, data: data33 };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
      } else {
        const err45 = { instancePath: instancePath + "/severity", schemaPath: "#/properties/severity/type", keyword: "type", params: { type: "object" }, schema: schema11.properties.severity.type, parentSchema: schema11.properties.severity, data: data32 };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
    }
  } else {
    const err46 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema11.type, parentSchema: schema11, data };
    if (vErrors === null) {
      vErrors = [err46];
    } else {
      vErrors.push(err46);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}

// src/config/substitute-env.ts
var PLACEHOLDER = /(\$?)\$\{env\.([^}:]{0,200})(?::-([^}]{0,2000}))?\}/g;
var NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
function substituteEnv(tree, env, issues) {
  const substitution = { tree, env, issues, rawTexts: /* @__PURE__ */ new Map() };
  const root = substituteValue(substitution, tree.root, "");
  return substitution.rawTexts.size === 0 ? tree : { ...tree, root, rawTexts: substitution.rawTexts };
}
function substituteValue(substitution, value, pointer) {
  if (typeof value === "string") return value.includes("${env.") ? substituteText(substitution, value, pointer) : value;
  if (isList(value)) return value.map((item, index) => substituteValue(substitution, item, joinPointer(pointer, index)));
  if (isMap(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, substituteValue(substitution, item, joinPointer(pointer, key))])
    );
  return value;
}
function substituteText(substitution, text, pointer) {
  let isWhole = false;
  const replaced = text.replace(PLACEHOLDER, (match, escape, name, fallback) => {
    if (escape !== "") return match;
    const value = lookUp(substitution, { name, fallback, pointer });
    isWhole = match === text;
    return isWhole ? value : escapePlaceholders(value);
  });
  if (replaced === text) return text;
  substitution.rawTexts.set(pointer, text);
  return isWhole ? retype(replaced) : replaced;
}
function lookUp(substitution, wanted) {
  const { name, fallback, pointer } = wanted;
  const at = findPlace(substitution.tree, pointer).value;
  if (!NAME.test(name)) {
    substitution.issues.error(at, "env", `\${env.${name.slice(0, 80)}} does not name an environment variable`);
    return "";
  }
  const value = Object.hasOwn(substitution.env, name) ? substitution.env[name] : void 0;
  if (value !== void 0 && (value !== "" || fallback === void 0)) return value;
  if (fallback !== void 0) return fallback;
  substitution.issues.error(at, "env", `the environment variable ${name} is not set`, `set it, or give a default: \${env.${name}:-value}`);
  return "";
}
function retype(text) {
  if (text === "true" || text === "false") return text === "true";
  const number = Number(text);
  return text !== "" && String(number) === text && Number.isFinite(number) ? number : escapePlaceholders(text);
}
function escapePlaceholders(text) {
  return text.replaceAll("${", () => "$${");
}

// src/config/parse-think.ts
function parseThink(text) {
  const [low = "", high, more] = text.split("..");
  if (more !== void 0) return void 0;
  if (high !== void 0) {
    const minMs = parseDuration(low);
    const maxMs = parseDuration(high);
    return minMs === void 0 || maxMs === void 0 || minMs > maxMs ? void 0 : { kind: "uniform", minMs, maxMs };
  }
  const [, word, quantity = ""] = /^(?:(exp|pace) +)?(\S+)$/.exec(text) ?? [];
  const ms = parseDuration(quantity);
  if (ms === void 0) return void 0;
  if (word === "exp") return { kind: "exponential", meanMs: ms };
  return { kind: word === "pace" ? "pace" : "fixed", ms };
}

// src/config/suggest-key.ts
var SYNONYMS = {
  vus: ["users"],
  virtual_users: ["users"],
  user_count: ["users"],
  rps: ["arrival_rate", "throughput"],
  rate: ["arrival_rate", "throughput"],
  hatch_rate: ["spawn_rate"],
  url: ["get", "target"],
  request: ["get"],
  method: ["get"],
  wait: ["think", "pause"],
  sleep: ["think", "pause"],
  wait_time: ["think"],
  think_time: ["think"],
  loop: ["repeat"],
  foreach: ["for_each"],
  body: ["json", "text"],
  data: ["json", "text", "values"],
  params: ["query"],
  assert: ["expect"],
  assertions: ["expect"],
  check: ["expect"],
  checks: ["expect"],
  extract: ["capture"],
  base_url: ["target"],
  host: ["target"],
  hosts: ["allowed_hosts"],
  stages: ["phases"],
  scenarios: ["profiles"],
  variables: ["vars"],
  max_vus: ["max_users"],
  setup: ["before", "start"],
  on_start: ["start"],
  p100: ["max"],
  p0: ["min"],
  avg: ["mean"],
  average: ["mean"],
  median: ["p50"],
  errors: ["error_budget"],
  error_rate: ["error_budget"],
  failure_rate: ["error_budget"],
  requests: ["count"],
  ttfb: ["ttfb_p95"],
  thresholds: ["endpoints"],
  limits: ["endpoints"],
  slo: ["endpoints"],
  global: ["total"],
  all: ["total"]
};
function suggestKey(key, known) {
  const normal = key.replace(/([a-z])([A-Z])/g, "$1_$2").replaceAll("-", "_").toLowerCase();
  if (normal !== key && known.includes(normal)) return normal;
  const synonyms = Object.hasOwn(SYNONYMS, normal) ? SYNONYMS[normal] : void 0;
  return synonyms?.find((word) => known.includes(word)) ?? suggestWord(key, known);
}
var UNIT_WORDS2 = [
  [/^(ms|msec|msecs|millis|milliseconds?)$/, "ms"],
  [/^(s|sec|secs|seconds?)$/, "s"],
  [/^(m|min|mins|minutes?)$/, "m"],
  [/^(h|hr|hrs|hours?)$/, "h"],
  [/^(us|µs|micros|microseconds?)$/, "us"],
  [/^(rps|\/sec|\/second|persecond|\/s|req\/s|requests\/s|tps)$/, "/s"],
  [/^(rpm|\/min|\/minute|\/m)$/, "/m"],
  [/^(%|percent|pct)$/, "%"],
  [/^(kb|k)$/, "KB"],
  [/^mb$/, "MB"],
  [/^(gb|g)$/, "GB"],
  [/^(b|bytes?)$/, "B"],
  [/^kib$/, "KiB"],
  [/^mib$/, "MiB"],
  [/^gib$/, "GiB"],
  [/^kb\/s$/, "KB/s"],
  [/^mb\/s$/, "MB/s"],
  [/^gb\/s$/, "GB/s"]
];
function suggestQuantity(value, expected) {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*([^\d\s.,]*)\s*$/.exec(String(value));
  if (match?.[1] === void 0) return void 0;
  const number = match[1].replace(",", ".");
  const word = (match[2] ?? "").toLowerCase();
  if (word === "") {
    const guess = expected.startsWith("a rate") ? `${number}/s` : expected.startsWith("a share") ? `${number}%` : void 0;
    return guess ?? (expected.startsWith("a duration such as 150ms") ? `${number}ms` : /^a (duration|think time)/.test(expected) ? `${number}${Number(number) >= 1e3 ? "ms" : "s"}` : expected.startsWith("a size per second") ? `${number}MB/s` : void 0);
  }
  const unit = UNIT_WORDS2.find(([pattern]) => pattern.test(word))?.[1];
  const suggestion = unit === void 0 ? void 0 : `${number}${unit}`;
  return suggestion !== void 0 && fits(suggestion, expected) ? suggestion : void 0;
}
function fits(quantity, expected) {
  if (expected.startsWith("a rate")) return parseRate(quantity) !== void 0;
  if (expected.startsWith("a share")) return parseRatio(quantity) !== void 0;
  if (expected.startsWith("a size per second")) return parseByteRate(quantity) !== void 0;
  if (expected.startsWith("a think time")) return parseThink(quantity) !== void 0;
  if (expected.startsWith("a size")) return parseSize(quantity) !== void 0;
  return parseDuration(quantity) !== void 0;
}

// src/config/explain-schema-error.ts
function explainSchemaError(tree, error, issues) {
  const schema = isRecord(error.parentSchema) ? error.parentSchema : {};
  if (error.propertyName !== void 0) {
    const at = findPlace(tree, joinPointer(error.instancePath, error.propertyName)).key;
    issues.error(at, "name", `${quote(error.propertyName)} is not ${expectedOf(schema)}`);
    return;
  }
  switch (error.keyword) {
    case "if":
    case "propertyNames":
      return;
    // the error behind it is reported by itself
    case "additionalProperties":
      return explainUnknownKey(tree, error, { schema, issues });
    case "required": {
      const missing = String(error.params["missingProperty"]);
      return issues.error(findPlace(tree, error.instancePath).value, "missing", `${missing} is missing${describedBy(schema, missing)}`);
    }
    case "not":
      return explainNoChoice(tree, error, { schema, issues });
    default:
      return explainValue(tree, error, { schema, issues });
  }
}
function explainUnknownKey(tree, error, { schema, issues }) {
  const key = String(error.params["additionalProperty"]);
  const known = isRecord(schema["properties"]) ? Object.keys(schema["properties"]) : [];
  const at = findPlace(tree, joinPointer(error.instancePath, key)).key;
  const action = known.find((word) => ACTIONS.has(word) && valueAt(valueOf(tree, error.instancePath), word) !== void 0);
  if (action !== void 0 && ACTIONS.has(key)) {
    issues.error(at, "conflict", `a step does one thing: here are both ${action} and ${key}`, "make two steps of it");
    return;
  }
  const context = action === void 0 ? "" : ` beside ${action}`;
  const suggestion = suggestKey(key, known) ?? (known.length > 0 && known.length <= 12 ? `one of ${known.join(", ")}` : void 0);
  issues.error(at, "unknown-key", `${quote(key)} is not a known key${context}`, suggestion);
}
var ACTIONS = /* @__PURE__ */ new Set([
  "get",
  "post",
  "put",
  "patch",
  "delete",
  "head",
  "options",
  "think",
  "repeat",
  "for_each",
  "parallel",
  "poll",
  "wait_for",
  "ws",
  "send",
  "receive",
  "hold",
  "close",
  "pause",
  "arrival_rate",
  "iterations"
]);
function explainNoChoice(tree, error, { schema, issues }) {
  const choices = Array.isArray(schema["x-choices"]) ? schema["x-choices"].map(String) : [];
  const value = valueOf(tree, error.instancePath);
  if (!isMap(value)) return;
  const misplaced = Object.keys(value).find((key) => ACTIONS.has(key));
  if (misplaced !== void 0) {
    const at = findPlace(tree, joinPointer(error.instancePath, misplaced)).key;
    return issues.error(at, "misplaced", `${quote(misplaced)} cannot stand here: expected ${expectedOf(schema)}`);
  }
  for (const key of Object.keys(value)) {
    const suggestion = suggestKey(key, choices);
    if (suggestion === void 0 || COMPANIONS2.has(key)) continue;
    issues.error(
      findPlace(tree, joinPointer(error.instancePath, key)).key,
      "unknown-key",
      `${quote(key)} is not a known key; expected ${expectedOf(schema)}`,
      suggestion
    );
    return;
  }
  issues.error(findPlace(tree, error.instancePath).value, "missing", `expected ${expectedOf(schema)}`);
}
var COMPANIONS2 = /* @__PURE__ */ new Set([
  "name",
  "tags",
  "duration",
  "ramp",
  "warmup",
  "expect",
  "capture",
  "json",
  "headers",
  "steps",
  "as",
  "within",
  "since",
  "on"
]);
function explainValue(tree, error, { schema, issues }) {
  const at = findPlace(tree, error.instancePath).value;
  const value = valueOf(tree, error.instancePath);
  if (error.keyword === "enum") {
    const allowed = Array.isArray(error.params["allowedValues"]) ? error.params["allowedValues"].map(String) : [];
    return issues.error(
      at,
      "value",
      `expected ${allowed.join(" or ")}, not ${show(value)}`,
      typeof value === "string" ? suggestWord(value, allowed) : void 0
    );
  }
  if (/^(min|max)Items$|^minProperties$/.test(error.keyword)) {
    const expected = schema["maxItems"] === void 0 ? "at least one entry" : expectedOf(schema);
    return issues.error(at, "value", `expected ${expected}`);
  }
  const bound = boundOf(error);
  if (bound !== void 0) return issues.error(at, "range", `expected ${bound}, not ${show(value)}`);
  const isUnit = schema["x-unit"] === true;
  const needsUnit = isUnit && typeof value === "number" ? ", with its unit" : "";
  const suggestion = isUnit && (typeof value === "number" || typeof value === "string") ? suggestQuantity(value, expectedOf(schema)) : void 0;
  issues.error(
    at,
    isUnit ? "unit" : error.keyword === "type" ? "type" : "value",
    `expected ${expectedOf(schema)}${needsUnit}, not ${show(value)}`,
    suggestion
  );
}
function boundOf(error) {
  if (error.keyword === "minimum") return `at least ${String(error.params["limit"])}`;
  if (error.keyword === "maximum") return `at most ${String(error.params["limit"])}`;
  if (error.keyword === "exclusiveMinimum") return `more than ${String(error.params["limit"])}`;
  return void 0;
}
var TYPE_WORDS = {
  object: "a map",
  array: "a list",
  string: "a text",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  null: "nothing"
};
function expectedOf(schema) {
  const expected = schema["x-expected"];
  if (typeof expected === "string") return expected;
  const types = (Array.isArray(schema["type"]) ? schema["type"] : [schema["type"]]).map(
    (type) => TYPE_WORDS[String(type)] ?? "something else"
  );
  return types.join(" or ");
}
function describedBy(schema, key) {
  const properties = isRecord(schema["properties"]) ? schema["properties"] : {};
  const property = properties[key];
  const description = isRecord(property) ? property["description"] : void 0;
  return typeof description === "string" ? `: ${description.replace(/\.$/, "")}` : "";
}
function valueOf(tree, pointer) {
  let value = tree.root;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    value = isList(value) ? value[Number(key)] : valueAt(value, key);
  }
  return value;
}
function show(value) {
  if (isList(value)) return "a list";
  if (isMap(value)) return "a map";
  if (value === null || value === void 0) return "nothing";
  return typeof value === "string" ? quote(value) : String(value);
}
function quote(text) {
  return `\`${text.length > 80 ? `${text.slice(0, 80)}…` : text}\``;
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/config/validate-tree.ts
var MOST_EXPLAINED = 1e3;
function validateTree(tree, validate2, issues) {
  if (checkVersion(tree.root, tree, issues) && !validate2(tree.root)) {
    for (const error of (validate2.errors ?? []).slice(0, MOST_EXPLAINED)) explainSchemaError(tree, error, issues);
  }
}
function checkVersion(root, tree, issues) {
  const version = typeof root === "object" && root !== null && "version" in root ? root.version : void 0;
  if (typeof version !== "number" || version <= 1) return true;
  const at = tree.places.get("/version")?.value ?? { file: tree.file, line: 1, column: 1 };
  issues.error(at, "version", `version ${version} of the format is newer than this load-gate, which knows version 1`, "update load-gate");
  return false;
}

// src/config/parse-sla.ts
function parseSla(source) {
  const issues = createIssueList();
  const parsed = parseYaml(source.file, source.text, issues);
  if (parsed === void 0) return { ok: false, issues: issues.sorted() };
  const tree = substituteEnv(applySets(parsed, source.sets, issues), source.env, issues);
  validateTree(tree, validate, issues);
  if (!isMap(tree.root) || issues.has("version")) return { ok: false, issues: issues.sorted() };
  const sla = buildSla(tree, { source, issues });
  return issues.hasErrors ? { ok: false, issues: issues.sorted() } : { ok: true, value: freezeDeep(sla), warnings: issues.sorted() };
}

export {
  createIssueList,
  isMap,
  isList,
  parseYaml,
  applySets,
  rootOf,
  childOf,
  entriesOf,
  itemsOf,
  positionOf,
  keyPositionOf,
  textOf,
  rawTextOf,
  textsOf,
  numberOf,
  booleanOf,
  quantityOf,
  readDuration,
  readFilePath,
  checkJsonPath,
  parseRegex,
  compileRegex,
  buildExpectations,
  parseThink,
  suggestQuantity,
  checkTexts,
  freezeDeep,
  substituteEnv,
  validateTree,
  parseSla
};
