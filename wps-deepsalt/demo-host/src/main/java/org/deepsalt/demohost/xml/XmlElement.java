/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An element of a document that was read. Names are local names: the files of GeoServer have no namespaces and style
 * files bind theirs to any prefix. Immutable in use; not thread-safe, as the DOM below is not.
 */
public final class XmlElement {
    private final Element element;

    XmlElement(Element element) {
        this.element = element;
    }

    /** The local name. */
    public String name() {
        return element.getLocalName();
    }

    /** The namespace's address, empty if there is none. */
    public String namespace() {
        return element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
    }

    /** The value of an attribute, which may be empty; empty if there is no such attribute. */
    public Optional<String> attribute(String name) {
        return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
    }

    /** All child elements, in the order of the document. */
    public List<XmlElement> children() {
        List<XmlElement> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(new XmlElement(child));
            }
        }
        return children;
    }

    /** The child elements with a local name, in the order of the document. */
    public List<XmlElement> children(String name) {
        return children().stream().filter(child -> child.name().equals(name)).toList();
    }

    /** The first element at the end of a path of names. */
    public Optional<XmlElement> child(String... path) {
        XmlElement at = this;
        for (String name : path) {
            List<XmlElement> found = at.children(name);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            at = found.get(0);
        }
        return Optional.of(at);
    }

    /** All text below, without the blanks around it. */
    public String text() {
        return element.getTextContent().strip();
    }

    /** The text of the first element at the end of a path of names, if it is not blank. */
    public Optional<String> text(String... path) {
        return child(path).map(XmlElement::text).filter(text -> !text.isEmpty());
    }
}
